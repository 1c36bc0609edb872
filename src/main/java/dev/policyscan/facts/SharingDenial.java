package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import java.util.List;

/** Denials of sharing for cross-context behavioural advertising, and what is denied with them: the advertising itself, or letting others collect for it. */
final class SharingDenial {
    static final WordSet ENGAGES = WordSet.of("engage", "do", "use", "used", "utilize", "serve", "show", "display", "conduct", "perform", "run", "deliver", "have", "process", "processes", "processed", "processing");
    /** Fewer tokens are a label: "Cookies and interest-based advertising." */
    private static final int LABEL = 7;
    /** Tokens from "not" to the advertising that one does not engage in, at most. */
    static final int ABSTAINS = 9;
    /** Tokens from advertising to those by whom it is done, at most. */
    private static final int BY_OTHERS = 3;
    private static final WordSet OF_ADVERTISING = WordSet.of("networks", "network", "partners", "exchanges", "pixels", "trackers", "cookies", "companies", "platforms");
    private static final WordSet OWNS = WordSet.of("use", "uses", "utilize", "utilizes", "have", "has", "work", "works", "run", "runs", "employ", "embed", "include", "contain", "contains", "place", "set", "are");
    private static final WordSet BEHIND = WordSet.of("or", "and", "nor", "on", "in", "at", "of", "for");
    /** Tokens from "use" to advertising partners, at most. */
    private static final int OWNED = 4;
    private static final WordSet LETS = WordSet.of("allow", "permit", "let", "authorize", "enable");
    private static final WordSet ANYBODY = WordSet.of("anyone", "anybody", "others");
    /** Tokens from "let" to whom, at most. */
    private static final int LET_REACH = 5;
    /** Tokens from "share" to "for advertising", at most. */
    private static final int FOR_ADVERTISING = 12;

    private static final WordSet WHERE = WordSet.of("in", "on", "at", "within", "here");
    private static final WordSet OURS = WordSet.of("our", "the", "this");
    /** "Targeted advertising data": what such advertising only tells the kind of. */
    private static final WordSet GOODS = WordSet.of("data", "information", "lists", "segments", "profiles");
    private static final WordSet ASKS = WordSet.of("request", "ask", "demand", "insist", "direct", "instruct", "require", "choose", "elect", "wish", "prefer", "want", "specify");
    private static final WordSet DEFINED = WordSet.of("define", "defines");
    private static final WordSet PROHIBITS = WordSet.of("prohibit", "prohibits", "forbid", "forbids", "bar", "bars", "ban", "bans", "prevent", "prevents", "keep", "restrict", "restricts", "stop");

    private SharingDenial() {}

    /** "An advertising company may place its cookie. We give it none of your personal information": what such a company collects it has not been given, and has. */
    static boolean besideTheirCookies(Clause clause, PolicyReading reading) {
        boolean cookies = false;
        boolean advertising = false;
        for (int i = clause.index() - 1; i >= 0 && clause.follows(reading.clauses().get(i)); i--) {
            Clause before = reading.clauses().get(i);
            cookies |= before.has(Concept.COOKIE_LIFE) && !before.has(Concept.NEGATION);
            advertising |= before.has(Concept.AD_PARTNER) && !before.has(Concept.NEGATION);
        }
        return cookies && advertising && !clause.hasAny(Concept.TARGETED_ADS, Concept.SELL);
    }

    /** "We do not engage in any targeted advertising", "We never serve targeted ads": who does none shares nothing for it. */
    static boolean abstains(Clause clause) {
        Mention ads = clause.first(Concept.TARGETED_ADS);
        if (ads == null || clause.hasAny(Concept.CONDITION, Concept.EXCEPTION) || clause.has(Concept.CHILD) || namesPartners(clause) || clause.has(Concept.ACTUAL_KNOWLEDGE)
                || clause.hasWord("sensitive") || ads.to() < clause.to() && clause.tokens().isAny(ads.to(), GOODS)) {
            return false;
        }
        Mention sale = clause.first(Concept.SELL);
        if (clause.hasWithin(Concept.THIRD_PARTY, clause.from(), sale == null || sale.from() < ads.from() ? Math.min(clause.to(), ads.to() + BY_OTHERS) : sale.from())) {
            return false;
        }
        Tokens tokens = clause.tokens();
        if (tokens.is(clause.from(), "there") && ads.from() - clause.from() <= 3 && tokens.is(ads.from() - 1, "no")) {
            return ads.to() < clause.to() && tokens.isAny(ads.to(), WHERE) && clause.hasWithin(OURS, ads.to(), clause.to());
        }
        boolean engages = tokens.isAny(ads.from(), ENGAGES);
        if (clause.deniedByLead() && tokens.isAny(clause.from(), ENGAGES)) {
            return ads.from() - clause.from() < ABSTAINS;
        }
        for (int i = ads.from() - 1; i >= clause.from() && i >= ads.from() - ABSTAINS; i--) {
            engages |= tokens.isAny(i, ENGAGES);
            if (engages && clause.covers(Concept.NEGATION, i) && !clause.covers(Concept.PSEUDO_NEGATION, i)) {
                return !relatesToOthers(clause, i) && !asked(clause, i) && !unable(clause, i) && (ads.to() >= clause.to() || !tokens.is(ads.to(), "based") && !tokens.is(ads.to(), "on") && !tokens.is(ads.to(), "upon"));
            }
        }
        return false;
    }

    /** "A setting which asks apps not to use it": whether what is denied at a token belongs to a "which" that is not the business. */
    private static boolean relatesToOthers(Clause clause, int token) {
        for (int i = token - 1; i >= clause.from() && !clause.covers(Concept.BUSINESS, i); i--) {
            if (clause.covers(Concept.RELATIVE, i) && !clause.tokens().is(i, "that")) {
                return true;
            }
        }
        return false;
    }

    /** "Without cookies, we cannot show you targeted ads": what would be lacking, not what is left undone. */
    private static boolean unable(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        boolean cannot = tokens.is(token, "cannot") || tokens.is(token, "not") && token > clause.from() && (tokens.is(token - 1, "can") || tokens.is(token + 1, "able"));
        return cannot && clause.hasWord("without");
    }

    /** "You may request that we do not use it": what consumers may want, before what is denied at a token. */
    private static boolean asked(Clause clause, int token) {
        for (int i = token - 1; i > clause.from(); i--) {
            if (clause.tokens().is(i, "that") && clause.tokens().isAny(i - 1, ASKS)) {
                return !clause.hasWithin(Concept.BUSINESS, clause.from(), i - 1);
            }
        }
        return false;
    }

    /** Whether partners in advertising are named, and not only cookies for it. */
    private static boolean namesPartners(Clause clause) {
        for (Mention mention : clause.has(Concept.AD_PARTNER) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.AD_PARTNER && !clause.covers(Concept.COOKIE_LIFE, mention.to() - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a statement that denies something denies sharing for advertising, of all personal information and all consumers. */
    static boolean denies(Clause clause, Statement statement, PolicyReading reading) {
        if (SaleDenial.afterOptOut(clause, statement) || SaleDenial.ofTheRest(clause, statement)) {
            return false;
        }
        if (statement.practice() == Practice.SELL) {
            return orShare(clause, statement) && SaleObject.of(clause, statement, reading) == Statement.Subject.PERSONAL_INFORMATION
                    && !MinorsSaleExtractor.onlyMinors(clause, statement)
                    && !SaleDenial.ofElements(clause, statement) && !SaleDenial.deniesLess(clause, statement, reading);
        }
        if (quotedShare(clause, statement) && !MinorsSaleExtractor.onlyMinors(clause, statement)) {
            return true;
        }
        boolean shares = statement.practice() == Practice.SHARE_FOR_ADVERTISING && !advertisesTo(clause, statement) && SharingExtractor.advertises(clause)
                && !advertisesAfterAll(clause, statement)
                || statement.practice() == Practice.DISCLOSE && withAdvertisers(clause, statement);
        return shares && !ofMinors(clause, statement) && (!SaleDenial.ofElements(clause, statement) || SaleDenial.ofBrowsing(clause, statement))
                || statement.practice() == Practice.DISCLOSE && forAdvertising(clause, statement);
    }

    /** "We do not track visitors to provide targeted advertising": a purpose, and nothing that is given to anyone. */
    private static boolean advertisesTo(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return verb > clause.from() && clause.tokens().is(verb - 1, "to") && clause.hasWithin(Concept.TARGETED_ADS, verb + 1, verb + 2);
    }

    /** "We do not sell or disclose it for money, but we share it for targeted advertising": whether the advertising stands behind the contrast to what is denied. */
    private static boolean advertisesAfterAll(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        Mention ads = clause.first(Concept.TARGETED_ADS);
        for (int i = verb + 1; i + 1 < ads.from(); i++) {
            if (clause.covers(Concept.CONTRAST, i) && clause.hasWithin(Concept.BUSINESS, i + 1, ads.from())) {
                return true;
            }
        }
        return false;
    }

    /** "We do not knowingly sell or share the information of consumers under 16"; a service for children may deny of a child what it denies altogether. */
    private static boolean ofMinors(Clause clause, Statement statement) {
        return (clause.hasAny(Concept.SELL, Concept.AGE_UNDER) || clause.has(Concept.ACTUAL_KNOWLEDGE)) && MinorsSaleExtractor.onlyMinors(clause, statement);
    }

    /** "Not sold or shared": words of one category, without a subject. */
    static boolean fragment(Clause clause, Statement statement) {
        return statement.polarity() == Polarity.NEGATIVE && clause.to() - clause.from() <= LABEL && !statement.actorStated() && statement.object() == Statement.Subject.OTHER
                && !clause.hasWord("categories");
    }

    /** Whether the clause denies "sharing" as the law means it, of all personal information and all consumers. */
    static boolean inTheStatutesSense(Clause clause) {
        if (clause.hasAny(Concept.EXCEPTION, Concept.CHILD) || clause.has(Concept.AGE_UNDER) && Ages.any(clause) || clause.hasWord("sensitive") || clause.hasWord("category")) {
            return false;
        }
        return clause.hasWord("cross") && clause.has(Concept.TARGETED_ADS) || clause.anyStatement(s -> s.polarity() == Polarity.NEGATIVE && quotedShare(clause, s));
    }

    /** "We do not 'share', as the law defines it": the verb in quotation marks, in a clause that names a law or a definition. */
    private static boolean quotedShare(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (statement.practice() != Practice.DISCLOSE || !clause.covers(Concept.SHARE_WORD, verb) || verb == clause.from()) {
            return false;
        }
        return tokens.is(verb - 1, '"') && clause.hasAny(Concept.LAW, Concept.DEFINITION) || asDefined(clause, verb);
    }

    /** "We do not share it as the CPRA defines sharing". */
    private static boolean asDefined(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        boolean as = false;
        for (int i = verb + 1; i + 1 < Math.min(clause.to(), verb + FOR_ADVERTISING); i++) {
            as |= tokens.is(i, "as");
            if (as && tokens.isAny(i, DEFINED)) {
                int term = tokens.is(i + 1, '"') ? i + 2 : i + 1;
                return clause.covers(Concept.SHARE_WORD, term) && clause.hasAny(Concept.LAW, Concept.CALIFORNIA) && !clause.hasAny(Concept.EXCEPTION, Concept.CHILD);
            }
        }
        return false;
    }

    /** "We do not share personal data with advertisers". */
    private static boolean withAdvertisers(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return statement.object() == Statement.Subject.PERSONAL_INFORMATION && clause.hasWithin(Concept.AD_PARTNER, verb, verb + 14) && !clause.has(Concept.EXCEPTION);
    }

    /** "We do not share your data for advertising". */
    private static boolean forAdvertising(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (!clause.covers(Concept.SHARE_WORD, verb) || clause.has(Concept.EXCEPTION) || clause.hasAny(Concept.CHILD, Concept.RIGHT) || SaleDenial.ofElements(clause, statement)) {
            return false;
        }
        for (int i = verb + 1; i + 1 < Math.min(clause.to(), verb + FOR_ADVERTISING); i++) {
            if (tokens.is(i, "for")) {
                return tokens.is(i + 1, "advertising") || i + 2 < clause.to() && tokens.is(i + 2, "advertising") && (tokens.is(i + 1, "their") || tokens.is(i + 1, "any"));
            }
        }
        return false;
    }

    /** "We work with no advertising networks", "we do not use advertising cookies": who has none shares nothing with them. */
    static boolean hasNone(Clause clause) {
        if (!clause.has(Concept.AD_PARTNER) || !clause.has(Concept.NEGATION) || clause.hasAny(Concept.EXCEPTION, Concept.CONDITION) || clause.hasAny(Concept.CHILD, Concept.RIGHT)
                || clause.has(Concept.REGION_FOREIGN)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions()) {
            if (mention.concept() != Concept.AD_PARTNER || !tokens.isAny(mention.to() - 1, OF_ADVERTISING) || mention.to() < clause.to() && !ends(tokens, mention.to())) {
                continue;
            }
            for (int i = mention.from() - 1; i > clause.from() && i >= mention.from() - OWNED; i--) {
                if (tokens.isAny(i, OWNS)) {
                    boolean no = tokens.is(i + 1, "no") || tokens.is(i + 1, "with") && tokens.is(i + 2, "no");
                    boolean not = clause.covers(Concept.NEGATION, i - 1) && !clause.covers(Concept.PSEUDO_NEGATION, i - 1);
                    return (no || not) && (clause.hasWithin(Concept.BUSINESS, clause.from(), i) || tokens.is(clause.from(), "there"));
                }
            }
        }
        return false;
    }

    /** Whether what is had ends before the token. */
    private static boolean ends(Tokens tokens, int token) {
        return tokens.kind(token) == Tokens.Kind.PUNCTUATION || tokens.isAny(token, BEHIND);
    }

    /** "We do not let advertising networks collect information about you", "… others track you for advertising": who keeps them out shares nothing with them. */
    static boolean forbids(Clause clause) {
        if (!clause.has(Concept.AD_PARTNER) && !((clause.has(Concept.THIRD_PARTY) || clause.hasAny(ANYBODY))
                && (clause.has(Concept.TARGETED_ADS) || AdvertisingHints.forAdvertisingFrom(clause, clause.from()))) || clause.hasAny(Concept.EXCEPTION, Concept.CONDITION)
                || clause.hasAny(Concept.CHILD, Concept.RIGHT) || clause.has(Concept.PARENTAL_CONSENT)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        if (keepsFrom(clause)) {
            return clause.has(Concept.COLLECT_STRONG);
        }
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            int not = tokens.endsWith(i - 1, "ly") && i - 1 > clause.from() ? i - 2 : i - 1;
            if (tokens.isAny(i, LETS) && clause.covers(Concept.NEGATION, not) && !clause.covers(Concept.PSEUDO_NEGATION, not)) {
                return clause.hasWithin(Concept.BUSINESS, clause.from(), i) && (clause.hasWithin(Concept.THIRD_PARTY, i, Math.min(clause.to(), i + LET_REACH))
                        || i + 1 < clause.to() && tokens.isAny(i + 1, ANYBODY))
                        && (clause.hasWithin(Concept.COLLECT_STRONG, i, clause.to()) || clause.hasWithin(Concept.USE, i, clause.to())
                        || clause.hasWithin(Concept.COOKIE_LIFE, i, clause.to()));
            }
        }
        return false;
    }

    /** "We prohibit our vendors from using it for advertising": what others are kept from by the business. */
    static boolean keepsFrom(Clause clause) {
        if (!clause.hasAny(PROHIBITS) || !clause.has(Concept.THIRD_PARTY)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 2 < clause.to(); i++) {
            if (tokens.isAny(i, PROHIBITS) && !clause.covers(Concept.NEGATION, i - 1)) {
                int from = i + 1;
                while (from < Math.min(clause.to() - 1, i + LET_REACH + 1) && !tokens.is(from, "from")) {
                    from++;
                }
                Mention ads = clause.first(Concept.TARGETED_ADS);
                boolean ours = clause.hasWithin(Concept.BUSINESS, clause.from(), i) || clause.hasWord("our");
                return tokens.is(from, "from") && ours && clause.hasWithin(Concept.THIRD_PARTY, i, from)
                        && tokens.endsWith(from + 1, "ing") && (ads == null || ads.from() > from && !clause.hasWithin(Concept.CONTRAST, from, ads.from()));
            }
        }
        return false;
    }

    /** "Sell or share"; denied, also "share or sell". */
    static boolean orShare(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (statement.polarity() == Polarity.NEGATIVE && verb - 2 >= clause.from() && clause.covers(Concept.SHARE_WORD, verb - 2)
                && (tokens.is(verb - 1, "or") || tokens.is(verb - 1, "nor") || tokens.is(verb - 1, "and") || tokens.is(verb - 1, ','))) {
            boolean passedOn = verb + 1 < clause.to() && (tokens.is(verb + 1, "with") || tokens.is(verb + 1, "to"));
            return !passedOn || clause.has(Concept.TARGETED_ADS);
        }
        // "We 'share' and 'sell'".
        if (verb - 5 >= clause.from() && tokens.is(verb - 1, '"') && (tokens.is(verb - 2, "and") || tokens.is(verb - 2, "or") || tokens.is(verb - 2, "nor")) && tokens.is(verb - 3, '"')
                && clause.covers(Concept.SHARE_WORD, verb - 4)) {
            return true;
        }
        int term = clause.endOfTerm(verb);
        for (int i = term + 1; i < Math.min(clause.to(), term + 6) && !clause.covers(Concept.RELATIVE, i); i++) {
            if (clause.covers(Concept.SHARE_WORD, i)) {
                for (int k = i + 1; k < Math.min(clause.to(), i + 4); k++) {
                    if (tokens.is(k, "with")) {
                        return clause.has(Concept.TARGETED_ADS) || statement.polarity() == Polarity.POSITIVE && clause.hasWithin(Concept.AD_PARTNER, k, clause.to());
                    }
                }
                return true;
            }
        }
        return false;
    }
}
