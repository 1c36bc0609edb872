package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Block;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Modality;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The stance on disclosure for cross-context behavioural advertising, Cal. Civ. Code §1798.140(ah): by sharing, or by letting advertisers place cookies. */
final class SharingExtractor {
    private static final WordSet ENGAGES = WordSet.of("engage", "do", "use", "used", "serve", "show", "display", "conduct", "perform", "run", "deliver", "have", "process", "processes");

    /** Fewer tokens are a label: "Cookies and interest-based advertising." */
    private static final int LABEL = 7;

    /** Tokens from "not" to the advertising that one does not engage in, at most. */
    private static final int ABSTAINS = 9;

    private static final WordSet BACK = WordSet.of("this", "these", "it", "they", "such");
    private static final WordSet SETS = WordSet.of("set", "sets", "place", "places", "drop", "use", "uses", "store", "deploy");
    private static final WordSet TURNS_OFF = WordSet.of("turn", "switch", "disable", "block", "manage", "control", "adjust", "reset", "limit", "refuse", "stop");
    private static final WordSet THOSE = WordSet.of("these", "those", "such", "linked", "other");
    private static final WordSet SITES = WordSet.of("sites", "websites", "pages");
    private static final WordSet DEFINES = WordSet.of("is", "means", "mean", "as", "includes", "include", "involves", "involve", "covers", "cover", "refers");
    private static final WordSet MAY = WordSet.of("may", "might", "could", "can");
    private static final WordSet LETS = WordSet.of("allow", "permit", "let", "authorize", "authorise", "enable");

    /** Tokens from "let" to whom, at most. */
    private static final int LET_REACH = 5;

    /** Tokens from "we" to "engage in", at most. */
    private static final int SUBJECT = 5;

    /** Tokens of a purpose that are read, at most. */
    private static final int PURPOSE = 12;

    /** Tokens from "share" to "for advertising", at most. */
    private static final int FOR_ADVERTISING = 12;

    /** What one may have a choice in, as far as sharing goes; "how you use our pages" is none. */
    private static final Set<Practice> CHOSEN = EnumSet.of(Practice.SELL, Practice.SHARE_FOR_ADVERTISING, Practice.DISCLOSE, Practice.COLLECT);

    private final Modes modes;
    private final List<CategoryTables.Row> rows;
    private final Set<Integer> answered;
    private final Quotes quotes;

    /** With the rows of tables, and labels of lists that answer like rows. */
    SharingExtractor(Modes modes, List<CategoryTables.Row> rows, Quotes quotes) {
        this.modes = modes;
        this.rows = rows;
        this.answered = Answers.starts(rows);
        this.quotes = quotes;
    }

    StanceFact<SharingStance> extract(PolicyReading reading) {
        List<Evidence> shares = new ArrayList<>();
        List<Evidence> hints = new ArrayList<>();
        List<Evidence> uses = new ArrayList<>();
        List<Evidence> denials = new ArrayList<>();
        List<Evidence> abstentions = new ArrayList<>();
        List<Evidence> unshared = new ArrayList<>();
        boolean silentRows = false;
        boolean statutory = false;
        for (CategoryTables.Row row : rows) {
            if (Boolean.TRUE.equals(row.answers().get(CategoryTables.Column.SHARED)) || Boolean.TRUE.equals(row.answers().get(CategoryTables.Column.SOLD_OR_SHARED))) {
                shares.add(row.evidence());
            } else if (row.deniesSharing()) {
                unshared.add(row.evidence());
            } else if (row.answers().containsKey(CategoryTables.Column.SHARED)) {
                silentRows = true;
            }
        }
        for (Clause clause : reading.clauses()) {
            Boolean answer = clause.has(Concept.TARGETED_ADS) && clause.has(Concept.SHARE_WORD) && !answered.contains(clause.start()) && !MinorsSaleExtractor.onlyMinors(clause) ? Answers.to(clause, reading) : null;
            if (answer != null) {
                (answer ? shares : denials).add(quotes.of(reading.clauses().get(clause.index() + 1), 0.8));
            }
            Boolean says = says(clause, reading);
            if (Boolean.FALSE.equals(says) && besideTheirCookies(clause, reading)) {
                says = null;
            }
            if (clause.isHeading()) {
                if (Boolean.FALSE.equals(says)) {
                    denials.add(quotes.of(clause, 0.8));
                }
                continue;
            }
            if (says == null && (toAdvertisers(clause) || advertisersBefore(clause, reading) || advertisersListed(clause, reading) || forThisPurpose(clause, reading))) {
                says = Boolean.TRUE;
            }
            if (says == null && (cookiesTarget(clause) || goesToAdvertisers(clause) || goesToNetworks(clause) || soldToAdvertisers(clause, reading) || underAdvertising(clause) || networksSetCookies(clause) || usedForTheirs(clause))) {
                hints.add(quotes.of(clause, 0.65));
            }
            if (says == null && (abstains(clause) || forbids(clause) || Answers.denies(clause, reading, Concept.TARGETED_ADS))) {
                abstentions.add(quotes.of(clause, 0.75));
            }
            if (says == null && (usedForAdvertising(clause) || clause.anyStatement(s -> s.practice() == Practice.SELL && orShare(clause, s) && SaleExtractor.presupposed(clause, s)))) {
                uses.add(quotes.of(clause, 0.6));
            }
            statutory |= says != null && !says && inTheStatutesSense(clause);
            if (says != null) {
                (!says ? denials : plainly(clause) ? shares : hints).add(quotes.of(clause, says && !plainly(clause) ? 0.75 : 0.85));
            }
        }
        if (!shares.isEmpty()) {
            return new StanceFact<>(SharingStance.SHARES, Quotes.best(shares));
        }
        if (!denials.isEmpty() && (hints.isEmpty() || statutory)) {
            return new StanceFact<>(SharingStance.DOES_NOT_SHARE, Quotes.best(denials));
        }
        if (hints.isEmpty() && !abstentions.isEmpty()) {
            return new StanceFact<>(SharingStance.DOES_NOT_SHARE, Quotes.best(abstentions));
        }
        if (hints.isEmpty() && unshared.size() > 1 && !silentRows) {
            return new StanceFact<>(SharingStance.DOES_NOT_SHARE, Quotes.best(unshared));
        }
        hints.addAll(uses);
        return hints.isEmpty() ? new StanceFact<>(SharingStance.UNSTATED, List.of()) : new StanceFact<>(SharingStance.SHARES, Quotes.best(hints));
    }

    /** "An advertising company may place its cookie. We give it none of your personal information": what such a company collects it has not been given, and has. */
    private static boolean besideTheirCookies(Clause clause, PolicyReading reading) {
        boolean cookies = false;
        boolean advertising = false;
        for (int i = clause.index() - 1; i >= 0 && reading.clauses().get(i).blockIndex() == clause.blockIndex(); i--) {
            Clause before = reading.clauses().get(i);
            cookies |= before.has(Concept.COOKIE_LIFE) && !before.has(Concept.NEGATION);
            advertising |= before.has(Concept.AD_PARTNER) && !before.has(Concept.NEGATION);
        }
        return cookies && advertising && !clause.hasAny(Concept.TARGETED_ADS, Concept.SELL);
    }

    /** Whether the clause itself says that information goes to others for advertising, rather than that others advertise. */
    private static boolean plainly(Clause clause) {
        return clause.anyStatement(s -> (s.practice() == Practice.SHARE_FOR_ADVERTISING || s.practice() == Practice.SELL) && s.actor() == Actor.BUSINESS
                && s.polarity() == Polarity.POSITIVE && (s.speech() == Speech.ASSERTION || s.modality() == Modality.CONCEDED)) && clause.has(Concept.PERSONAL)
                || clause.has(Concept.AD_PARTNER) && clause.anyStatement(s -> s.practice() == Practice.COLLECT && s.polarity() == Polarity.POSITIVE);
    }

    /** "We do not engage in any targeted advertising", "We never serve targeted ads": who does none shares nothing for it. */
    private static boolean abstains(Clause clause) {
        Mention ads = clause.first(Concept.TARGETED_ADS);
        if (ads == null || clause.hasAny(Concept.CONDITION, Concept.EXCEPTION) || clause.has(Concept.CHILD) || namesPartners(clause) || clause.has(Concept.ACTUAL_KNOWLEDGE) || clause.hasWord("sensitive")) {
            return false;
        }
        Mention sale = clause.first(Concept.SELL);
        if (clause.hasWithin(Concept.THIRD_PARTY, clause.from(), sale == null || sale.from() < ads.from() ? clause.to() : sale.from())) {
            return false;
        }
        Tokens tokens = clause.tokens();
        boolean engages = tokens.isAny(ads.from(), ENGAGES);
        if (clause.deniedByLead() && tokens.isAny(clause.from(), ENGAGES)) {
            return ads.from() - clause.from() < ABSTAINS;
        }
        for (int i = ads.from() - 1; i >= clause.from() && i >= ads.from() - ABSTAINS; i--) {
            engages |= tokens.isAny(i, ENGAGES);
            if (engages && clause.covers(Concept.NEGATION, i) && !clause.covers(Concept.PSEUDO_NEGATION, i)) {
                return !relatesToOthers(clause, i) && (ads.to() >= clause.to() || !tokens.is(ads.to(), "based") && !tokens.is(ads.to(), "on"));
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

    /** Whether partners in advertising are named, and not only cookies for it. */
    private static boolean namesPartners(Clause clause) {
        for (Mention mention : clause.has(Concept.AD_PARTNER) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.AD_PARTNER && !clause.covers(Concept.COOKIE_LIFE, mention.to() - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "We share information with our analytics and advertising partners for our advertising." */
    private static boolean goesToAdvertisers(Clause clause) {
        Mention partner = clause.first(Concept.AD_PARTNER);
        if (partner == null || clause.has(Concept.NEGATION) || offersChoice(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        boolean discloses = clause.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL && s.object() == Statement.Subject.PERSONAL_INFORMATION && tokens.firstFrom(s.start()) < partner.from());
        for (int i = partner.to(); discloses && i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "for") || tokens.is(i, "so")) && namesAdvertising(clause, i + 1)
                    || tokens.is(i, "reach") && (tokens.is(i + 1, "people") || tokens.is(i + 1, "audiences"))) {
                return true;
            }
        }
        return false;
    }

    /** "Advertising", "the purposes of targeting and advertising": whether a purpose that begins at the token is advertising. */
    private static boolean namesAdvertising(Clause clause, int from) {
        Tokens tokens = clause.tokens();
        for (int i = from; i < Math.min(clause.to(), from + PURPOSE) && !tokens.is(i, ';') && !tokens.is(i, '.'); i++) {
            if (tokens.is(i, "advertising") || tokens.is(i, "targeting") || tokens.is(i, "commercials") || tokens.is(i, "advertise")) {
                return true;
            }
        }
        return false;
    }

    /** "Passing data to our advertising partners may be a 'sale'", "We give it to advertising partners. This may be a 'sale'": what advertisers give for it they earn by advertising. */
    private static boolean soldToAdvertisers(Clause clause, PolicyReading reading) {
        if (!clause.anyStatement(s -> s.practice() == Practice.SELL && s.modality() == Modality.CONCEDED)) {
            return false;
        }
        Clause before = clause.index() == 0 || !pointsBack(clause) ? clause : reading.clauses().get(clause.index() - 1);
        return clause.has(Concept.AD_PARTNER) || before.blockIndex() == clause.blockIndex() && before.has(Concept.AD_PARTNER) && !before.has(Concept.NEGATION);
    }

    /** Under "Targeted advertising": "We disclose browsing data to social networks and advertising partners". */
    private static boolean underAdvertising(Clause clause) {
        return clause.has(Concept.AD_PARTNER) && !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.TARGETED_ADS) && !clause.hasAny(Concept.NEGATION, Concept.CONDITION) && !offersChoice(clause)
                && clause.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION);
    }

    /** "We pass personal information on to ad exchanges": what these do with it is advertising across contexts. */
    private static boolean goesToNetworks(Clause clause) {
        Mention network = network(clause);
        if (network == null || clause.has(Concept.NEGATION) && !clause.has(Concept.PSEUDO_NEGATION) || offersChoice(clause)) {
            return false;
        }
        return clause.anyStatement(s -> (s.practice() == Practice.DISCLOSE || s.practice() == Practice.SELL && clause.has(Concept.AD_NETWORK)) && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL && s.object() == Statement.Subject.PERSONAL_INFORMATION && clause.tokens().firstFrom(s.start()) < network.from());
    }

    /** "We let advertising networks set cookies on our pages." */
    private static boolean networksSetCookies(Clause clause) {
        Mention network = clause.first(Concept.AD_NETWORK);
        Mention cookies = clause.first(Concept.COOKIE_LIFE);
        if (network == null || cookies == null || clause.hasAny(Concept.NEGATION, Concept.CONDITION) || clause.has(Concept.RIGHT_FRAME) || offersChoice(clause)) {
            return false;
        }
        for (int i = network.to(); i < cookies.from(); i++) {
            if (clause.tokens().isAny(i, SETS)) {
                return true;
            }
        }
        return false;
    }

    /** "Advertising companies collect data here and use it for their ads." */
    private static boolean usedForTheirs(Clause clause) {
        Mention partner = clause.first(Concept.AD_PARTNER);
        if (partner == null || clause.hasAny(Concept.NEGATION, Concept.CONDITION) || offersChoice(clause) || inbound(clause)) {
            return false;
        }
        for (Statement statement : clause.statements()) {
            int verb = clause.tokens().firstFrom(statement.start());
            if ((statement.practice() == Practice.COLLECT || statement.practice() == Practice.USE) && statement.actor() == Actor.PARTNER && statement.actorStated() && verb > partner.from()
                    && statement.speech() == Speech.ASSERTION && statement.object() == Statement.Subject.PERSONAL_INFORMATION && forAdvertisingFrom(clause, verb)) {
                return true;
            }
        }
        return false;
    }

    /** "We use your information for interest-based advertising", "We engage in targeted advertising", "The ways we market to you include retargeting": which takes others to show it, or to learn whom. */
    private boolean usedForAdvertising(Clause clause) {
        Mention ads = named(clause);
        if (ads == null || clause.block().kind() == Block.Kind.CELL || clause.hasAny(Concept.NEGATION, Concept.CONDITION) || clause.has(Concept.CHILD) || clause.deniedByLead() || turnsOff(clause) || defines(clause) || excludes(clause)
                || clause.hasWithin(Concept.RIGHT, clause.from(), ads.from()) || clause.hasWithin(Concept.RIGHT_FRAME, clause.from(), ads.from())) {
            return false;
        }
        if (clause.anyStatement(s -> (s.practice() == Practice.USE || s.practice() == Practice.COLLECT) && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION
                && s.modality() != Modality.CONDITIONAL && (s.actorStated() || s.object() == Statement.Subject.PERSONAL_INFORMATION) && clause.tokens().firstFrom(s.start()) < ads.from())) {
            return true;
        }
        for (int i = clause.from() + 1; i < ads.from(); i++) {
            if (clause.tokens().is(i, "market") && clause.covers(Concept.BUSINESS, i - 1)) {
                return true;
            }
        }
        for (int i = ads.from() - 1; i >= clause.from() && i >= ads.from() - ABSTAINS; i--) {
            if (clause.tokens().isAny(i, ENGAGES) && clause.hasWithin(Concept.BUSINESS, Math.max(clause.from(), i - SUBJECT), i)) {
                return true;
            }
        }
        Mode mode = modes.of(clause);
        return clause.lead() != null && !clause.lead().hasAny(Concept.RIGHT, Concept.RIGHT_FRAME) && (mode == Mode.USES || mode == Mode.DISCLOSES);
    }

    /** The first words that name advertising to those about whom something is known; null where there are none. */
    private static Mention named(Clause clause) {
        for (Mention mention : clause.has(Concept.TARGETED_ADS, "named") ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.TARGETED_ADS && mention.entry().name().equals("named")) {
                return mention;
            }
        }
        return null;
    }

    /** Whether "for advertising" stands behind the token. */
    private static boolean forAdvertisingFrom(Clause clause, int verb) {
        for (int i = verb; i + 1 < clause.to(); i++) {
            if (clause.tokens().is(i, "for") && clause.hasWithin(Concept.AD_WORD, i, i + 4)) {
                return true;
            }
        }
        return false;
    }

    /** The first advertising network, or partner whose name is advertising; null where none is named. */
    private static Mention network(Clause clause) {
        for (Mention mention : clause.hasAny(Concept.AD_NETWORK, Concept.AD_PARTNER) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.AD_NETWORK || mention.concept() == Concept.AD_PARTNER && (clause.tokens().is(mention.from(), "advertising") || clause.tokens().is(mention.from(), "advertisers"))) {
                return mention;
            }
        }
        return null;
    }

    /** "We use cookies for targeted advertising", "We use cookies to: deliver targeted advertising". */
    private static boolean cookiesTarget(Clause clause) {
        Clause lead = clause.lead();
        if (lead != null && clause.has(Concept.TARGETED_ADS) && !clause.hasAny(Concept.NEGATION, Concept.CONDITION)
                && lead.has(Concept.COOKIE_LIFE) && lead.anyStatement(s -> s.practice() == Practice.USE && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                    && s.speech() == Speech.ASSERTION) && !lead.hasAny(Concept.NEGATION, Concept.CONDITION) && !offersChoice(clause)) {
            return true;
        }
        return clause.to() - clause.from() >= LABEL && clause.has(Concept.TARGETED_ADS) && clause.has(Concept.COOKIE_LIFE) && !negated(clause) && !excludes(clause) && !offersChoice(clause)
                && !clause.has(Concept.CONDITION) && !clause.has(Concept.RIGHT_FRAME);
    }

    /** "This policy does not cover others, who may use cookies", "those sites may use cookies", "some browsers block cookies": what it does not speak for. */
    private static boolean excludes(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.has(Concept.COOKIE_LIFE) && browsersBlock(clause)) {
            return true;
        }
        if (clause.to() - clause.from() > 2 && tokens.isAny(clause.from(), THOSE) && tokens.isAny(clause.from() + 1, SITES) && !clause.has(Concept.BUSINESS)) {
            return true;
        }
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            if ((tokens.is(i, "cover") || tokens.is(i, "apply") || tokens.is(i, "govern") || tokens.is(i, "responsible")) && clause.hasWithin(Concept.NEGATION, Math.max(clause.from(), i - 2), i)) {
                return true;
            }
        }
        return false;
    }

    /** "Some browsers block cookies that are used for targeted advertising". */
    private static boolean browsersBlock(Clause clause) {
        int end = clause.first(Concept.COOKIE_LIFE).from();
        boolean browser = false;
        for (int i = clause.from(); i < end; i++) {
            browser |= clause.tokens().is(i, "browser") || clause.tokens().is(i, "browsers");
            if (browser && clause.tokens().isAny(i, TURNS_OFF)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a negation stands by the cookies or the advertising. */
    private static boolean negated(Clause clause) {
        int cookies = clause.first(Concept.COOKIE_LIFE).from();
        int ads = clause.first(Concept.TARGETED_ADS).from();
        int first = Math.min(cookies, ads);
        return clause.hasWithin(Concept.NEGATION, Math.max(clause.from(), first - 6), Math.max(cookies, ads)) || orUses(clause, first);
    }

    /** "We do not sell it or use cookies for targeted ads": whether a denial goes on to the token behind "or use". */
    private static boolean orUses(Clause clause, int token) {
        Tokens tokens = clause.tokens();
        for (int i = token - 1; i > clause.from() && i >= token - 4; i--) {
            if (clause.covers(Concept.USE, i) && (tokens.is(i - 1, "or") || tokens.is(i - 1, "nor"))) {
                return clause.hasWithin(Concept.NEGATION, clause.from(), i) && !clause.hasWithin(Concept.CONTRAST, clause.from(), i);
            }
        }
        return false;
    }

    /** True where the clause says that the business shares, false where it denies it, null where it does neither. */
    private static Boolean says(Clause clause, PolicyReading reading) {
        if (clause.statements().isEmpty() && !clause.hasAny(Concept.TARGETED_ADS, Concept.CONCESSION) || SaleExtractor.isTold(clause) || headsColumn(clause)) {
            return null;
        }
        if (clause.has(Concept.CONCESSION) && clause.has(Concept.SHARE_WORD) && concedesSharing(clause)) {
            return Boolean.TRUE;
        }
        boolean sellOrShare = false;
        boolean denied = false;
        for (Statement statement : clause.statements()) {
            if (statement.actor() != Actor.BUSINESS || statement.speech() != Speech.ASSERTION || statement.modality() == Modality.CONDITIONAL || fragment(clause, statement) || SaleExtractor.beforeSelling(clause, statement) || SaleExtractor.ofAnyBusiness(clause, statement)) {
                continue;
            }
            if (statement.polarity() == Polarity.NEGATIVE) {
                denied |= denies(clause, statement, reading);
            } else if (statement.practice() == Practice.SELL && orShare(clause, statement)) {
                sellOrShare |= !MinorsSaleExtractor.onlyMinors(clause, statement) && (statement.object() == Statement.Subject.PERSONAL_INFORMATION || statement.modality() == Modality.CONCEDED);
            }
        }
        if (sellOrShare || denied) {
            return sellOrShare;
        }
        if (!advertises(clause) || clause.has(Concept.DNT) || ofAnonymousData(clause) || offersChoice(clause) || defines(clause) || inbound(clause) || excludes(clause)) {
            return null;
        }
        if ((clause.has(Concept.RIGHT_WORD, "opt_out") || clause.has(Concept.NOT_REQUEST) && !worksTogether(clause)) && !clause.anyStatement(s -> s.actor() == Actor.BUSINESS && s.speech() == Speech.ASSERTION)) {
            return null;
        }
        if (clause.deniedByLead()) {
            return null;
        }
        boolean pronoun = clause.anyStatement(s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.polarity() == Polarity.POSITIVE && s.actor() == Actor.BUSINESS && s.actorStated() && s.speech() == Speech.ASSERTION
                && ofPronoun(clause, s));
        boolean third = clause.has(Concept.AD_PARTNER) || clause.has(Concept.THIRD_PARTY)
                || clause.has(Concept.TARGETED_ADS, "placed") && clause.hasAny(Concept.PERSONAL, Concept.ELEMENT) && clause.anyStatement(s -> s.practice() == Practice.USE && s.polarity() == Polarity.POSITIVE);
        boolean shares = clause.anyStatement(s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.polarity() == Polarity.POSITIVE
                && s.actor() != Actor.CONSUMER && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL);
        boolean data = clause.anyStatement(s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.polarity() == Polarity.POSITIVE && s.actor() == Actor.BUSINESS
                && s.object() == Statement.Subject.PERSONAL_INFORMATION && clause.covers(Concept.SHARE_WORD, clause.tokens().firstFrom(s.start())));
        if (third && (shares || !denied(clause)) || shares && (clause.has(Concept.PERSONAL) || data || pronoun)) {
            return Boolean.TRUE;
        }
        return null;
    }

    /** Whether a statement that denies something denies sharing for advertising, of all personal information and all consumers. */
    private static boolean denies(Clause clause, Statement statement, PolicyReading reading) {
        if (SaleExtractor.afterOptOut(clause, statement)) {
            return false;
        }
        if (statement.practice() == Practice.SELL) {
            return orShare(clause, statement) && SaleExtractor.object(clause, statement, reading) == Statement.Subject.PERSONAL_INFORMATION && !MinorsSaleExtractor.onlyMinors(clause, statement)
                    && !SaleExtractor.ofElements(clause, statement) && !SaleExtractor.deniesLess(clause, statement, reading);
        }
        if (quotedShare(clause, statement) && !MinorsSaleExtractor.onlyMinors(clause, statement)) {
            return true;
        }
        boolean shares = statement.practice() == Practice.SHARE_FOR_ADVERTISING && advertises(clause) || statement.practice() == Practice.DISCLOSE && withAdvertisers(clause, statement);
        return shares && !ofMinors(clause, statement) && !SaleExtractor.ofElements(clause, statement) || statement.practice() == Practice.DISCLOSE && forAdvertising(clause, statement);
    }

    /** Whether advertising to somebody is named, and not only "sell or share". */
    private static boolean advertises(Clause clause) {
        for (Mention mention : clause.has(Concept.TARGETED_ADS) ? clause.mentions() : List.<Mention>of()) {
            if (mention.concept() == Concept.TARGETED_ADS && !clause.covers(Concept.SELL, mention.from())) {
                return true;
            }
        }
        return false;
    }

    /** "Third parties to whom we sell or share", in a cell: what stands below it answers. */
    private static boolean headsColumn(Clause clause) {
        Mention relative = clause.block().kind() == Block.Kind.CELL ? clause.first(Concept.RELATIVE) : null;
        return relative != null && clause.to() - clause.from() < FOR_ADVERTISING && clause.covers(Concept.BUSINESS, Math.min(relative.to(), clause.to() - 1)) && clause.has(Concept.THIRD_PARTY)
                && relative.from() > clause.first(Concept.THIRD_PARTY).from() && clause.hasWithin(Concept.SELL, relative.to(), clause.to());
    }

    /** "We may share it". */
    private static boolean ofPronoun(Clause clause, Statement statement) {
        int object = clause.tokens().firstFrom(statement.end());
        return object < clause.to() && (clause.tokens().is(object, "it") || clause.tokens().is(object, "them"));
    }

    /** "We do not knowingly sell or share the information of consumers under 16"; a service for children may deny of a child what it denies altogether. */
    private static boolean ofMinors(Clause clause, Statement statement) {
        return (clause.hasAny(Concept.SELL, Concept.AGE_UNDER) || clause.has(Concept.ACTUAL_KNOWLEDGE)) && MinorsSaleExtractor.onlyMinors(clause, statement);
    }

    /** "Not sold or shared": words of one category, without a subject. */
    private static boolean fragment(Clause clause, Statement statement) {
        return statement.polarity() == Polarity.NEGATIVE && clause.to() - clause.from() <= LABEL && !statement.actorStated() && statement.object() == Statement.Subject.OTHER && !clause.hasWord("categories");
    }

    /** Whether the clause denies "sharing" as the law means it, of all personal information and all consumers. */
    private static boolean inTheStatutesSense(Clause clause) {
        if (clause.hasAny(Concept.EXCEPTION, Concept.CHILD) || clause.has(Concept.AGE_UNDER) && Ages.any(clause) || clause.hasWord("sensitive") || clause.hasWord("category")) {
            return false;
        }
        return clause.hasWord("cross") && clause.has(Concept.TARGETED_ADS) || clause.anyStatement(s -> s.polarity() == Polarity.NEGATIVE && quotedShare(clause, s));
    }

    /** "We do not 'share', as the law defines it": the verb in quotation marks, in a clause that names a law or a definition. */
    private static boolean quotedShare(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        return statement.practice() == Practice.DISCLOSE && clause.covers(Concept.SHARE_WORD, verb) && verb > clause.from() && tokens.is(verb - 1, '"')
                && clause.hasAny(Concept.LAW, Concept.DEFINITION);
    }

    /** "Some of this may be treated as 'sharing'". */
    private static boolean concedesSharing(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions()) {
            if (mention.concept() != Concept.CONCESSION || !tokens.isAny(mention.from(), MAY) && !(actOfOurs(clause, mention.from()) && clause.hasAny(Concept.LAW, Concept.CALIFORNIA))) {
                continue;
            }
            int share = mention.to();
            while (share < clause.to() && (tokens.is(share, '"') || tokens.is(share, ',') || tokens.is(share, "a") || tokens.is(share, "to") || tokens.is(share, "or") || clause.covers(Concept.SELL, share))) {
                share++;
            }
            if (share < clause.to() && (tokens.is(share, "sharing") || tokens.is(share, "share")) && (tokens.is(share - 1, '"') || clause.hasAny(Concept.TARGETED_ADS, Concept.AD_PARTNER))) {
                int begin = mention.from();
                while (begin > clause.from() && !tokens.is(begin, "but") && !tokens.is(begin, "however") && !tokens.is(begin, ';')) {
                    begin--;
                }
                return !clause.hasWithin(Concept.RIGHT, begin, mention.from()) && !clause.hasWithin(Concept.CONDITION, begin, mention.from()) && !clause.hasWithin(Concept.NEGATION, begin, mention.from());
            }
        }
        return false;
    }

    /** "Our sharing of device data with social networks is considered": whether what the business does is the subject before a token. */
    private static boolean actOfOurs(Clause clause, int end) {
        for (int i = clause.from() + 1; i < end; i++) {
            if (clause.namesAct(i) && clause.tokens().is(i - 1, "our")) {
                return clause.hasWithin(Concept.CONCESSION, end, end + 1) && !clause.hasWithin(Concept.NEGATION, i, end + 2);
            }
        }
        return false;
    }

    /** "We may disclose anonymous data to advertisers". */
    private static boolean ofAnonymousData(Clause clause) {
        return !clause.has(Concept.PERSONAL) && clause.anyStatement(s -> s.object() == Statement.Subject.AGGREGATED_INFORMATION
                && (s.practice() == Practice.SHARE_FOR_ADVERTISING || s.practice() == Practice.DISCLOSE));
    }

    /** "We work with a partner that …". */
    private static boolean worksTogether(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            boolean with = (tokens.is(i, "work") || tokens.is(i, "partner") || tokens.is(i, "contract")) && tokens.is(i + 1, "with");
            if ((with || (tokens.is(i, "engage") || tokens.is(i, "hire") || tokens.is(i, "use")) && clause.covers(Concept.THIRD_PARTY, i + 1)) && clause.covers(Concept.BUSINESS, i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** An item of a list of recipients that names advertising networks. */
    private boolean toAdvertisers(Clause clause) {
        return clause.block().kind() == Block.Kind.LIST_ITEM && clause.has(Concept.AD_NETWORK) && clause.lead() != null
                && !clause.has(Concept.NEGATION) && modes.of(clause.lead()) == Mode.DISCLOSES;
    }

    /** "We work with advertising partners. … They show you interest-based ads." */
    private static boolean advertisersBefore(Clause clause, PolicyReading reading) {
        if (!clause.has(Concept.TARGETED_ADS) || clause.has(Concept.NEGATION) && !exceptsData(clause) || clause.index() == 0) {
            return false;
        }
        Clause before = reading.clauses().get(clause.index() - 1);
        return before.blockIndex() == clause.blockIndex() && before.has(Concept.AD_PARTNER) && !before.has(Concept.NEGATION)
                && (before.has(Concept.BUSINESS) || before.hasWord("our") || before.has(Concept.COLLECT_STRONG) && clause.hasWord("them"));
    }

    /** "Our advertising partners collect: (a list). This helps them show relevant ads." */
    private static boolean advertisersListed(Clause clause, PolicyReading reading) {
        if (!clause.has(Concept.TARGETED_ADS) || clause.has(Concept.NEGATION) || clause.has(Concept.CONDITION) || offersChoice(clause)) {
            return false;
        }
        Clause begin = clause.lead() != null ? clause.lead() : clause;
        Clause item = begin.index() == 0 ? null : reading.clauses().get(begin.index() - 1);
        Clause lead = item == null || item.block().section() != clause.block().section() ? null : item.lead();
        return lead != null && lead.has(Concept.AD_PARTNER) && !lead.has(Concept.NEGATION) && lead.has(Concept.COLLECT_STRONG)
                && (begin.hasWithin(Concept.AD_PARTNER, begin.from(), begin.to()) || pointsBack(begin));
    }

    /** "This information", "these data", "it": what the sentence before named. */
    private static boolean pointsBack(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.from() < clause.to() && tokens.isAny(clause.from(), BACK);
    }

    /** "… to make the advertising more relevant to you. We may also share it with others for this purpose." */
    private static boolean forThisPurpose(Clause clause, PolicyReading reading) {
        if (clause.index() == 0 || !clause.hasWord("purpose") && !clause.hasWord("purposes") || !clause.has(Concept.THIRD_PARTY) || clause.has(Concept.NEGATION)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        Clause before = reading.clauses().get(clause.index() - 1);
        boolean same = before.blockIndex() == clause.blockIndex() && before.has(Concept.TARGETED_ADS) && !before.has(Concept.NEGATION);
        for (int i = clause.from(); same && i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "this") || tokens.is(i, "that")) && tokens.is(i + 1, "purpose") || (tokens.is(i, "these") || tokens.is(i, "those")) && tokens.is(i + 1, "purposes")) {
                return clause.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION);
            }
        }
        return false;
    }

    /** "What you have looked at (but not your name)": the only negation leaves some data out of what is said. */
    private static boolean exceptsData(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (clause.covers(Concept.NEGATION, i) && (i == clause.from() || !clause.covers(Concept.CONTRAST, i - 1) || !clause.hasWithin(Concept.PERSONAL, i + 1, i + 3))) {
                return false;
            }
        }
        return true;
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
        if (!clause.covers(Concept.SHARE_WORD, verb) || clause.has(Concept.EXCEPTION) || clause.hasAny(Concept.CHILD, Concept.RIGHT) || SaleExtractor.ofElements(clause, statement)) {
            return false;
        }
        for (int i = verb + 1; i + 1 < Math.min(clause.to(), verb + FOR_ADVERTISING); i++) {
            if (tokens.is(i, "for")) {
                return tokens.is(i + 1, "advertising") || i + 2 < clause.to() && tokens.is(i + 2, "advertising") && (tokens.is(i + 1, "their") || tokens.is(i + 1, "any"));
            }
        }
        return false;
    }

    /** "We do not let advertising networks collect information about you", "… others track you for advertising": who keeps them out shares nothing with them. */
    private static boolean forbids(Clause clause) {
        if (!clause.has(Concept.AD_PARTNER) && !(clause.has(Concept.THIRD_PARTY) && (clause.has(Concept.TARGETED_ADS) || forAdvertisingFrom(clause, clause.from()))) || clause.hasAny(Concept.EXCEPTION, Concept.CONDITION)
                || clause.hasAny(Concept.CHILD, Concept.RIGHT) || clause.has(Concept.PARENTAL_CONSENT)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            if (tokens.isAny(i, LETS) && clause.covers(Concept.NEGATION, i - 1) && !clause.covers(Concept.PSEUDO_NEGATION, i - 1)) {
                return clause.hasWithin(Concept.BUSINESS, clause.from(), i) && clause.hasWithin(Concept.THIRD_PARTY, i, Math.min(clause.to(), i + LET_REACH))
                        && (clause.hasWithin(Concept.COLLECT_STRONG, i, clause.to()) || clause.hasWithin(Concept.USE, i, clause.to()) || clause.hasWithin(Concept.COOKIE_LIFE, i, clause.to()));
            }
        }
        return false;
    }

    /** Whether the information comes in, not out: "advertisers may provide us with". */
    private static boolean inbound(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "provide") || tokens.is(i, "provided") || tokens.is(i, "send") || tokens.is(i, "share")) && (tokens.is(i + 1, "us") || tokens.is(i + 1, "to") && i + 2 < clause.to() && tokens.is(i + 2, "us"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean denied(Clause clause) {
        Mention ads = clause.first(Concept.TARGETED_ADS);
        boolean conceding = clause.covers(Concept.CONTRAST, clause.from());
        for (int i = ads.from() - 1; i >= clause.from() && !(clause.tokens().is(i, "but") && clause.covers(Concept.CONTRAST, i)); i--) {
            if (conceding && clause.tokens().is(i, ',') && clause.hasWithin(Concept.BUSINESS, i + 1, i + 2)) {
                return false;
            }
            if (clause.covers(Concept.NEGATION, i) && !clause.covers(Concept.PSEUDO_NEGATION, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause is about choices: opting out, rights. */
    private static boolean offersChoice(Clause clause) {
        return turnsOff(clause) || clause.has(Concept.RIGHT) || clause.anyStatement(s -> s.speech() == Speech.RIGHT && CHOSEN.contains(s.practice())) && !clause.has(Concept.BUSINESS);
    }

    /** "You can turn off retargeting". */
    private static boolean turnsOff(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.to() - clause.from() > 3 && tokens.is(clause.from(), "you") && (tokens.is(clause.from() + 1, "can") || tokens.is(clause.from() + 1, "may")) && tokens.isAny(clause.from() + 2, TURNS_OFF);
    }

    /** Whether the clause tells what "sharing" or targeted advertising is. */
    private static boolean defines(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.TARGETED_ADS && mention.from() <= clause.from() + 1) {
                int means = mention.to() < clause.to() && tokens.is(mention.to(), '"') ? mention.to() + 1 : mention.to();
                if (means < clause.to() && (tokens.is(means, "means") || tokens.is(means, "refers"))) {
                    return true;
                }
            }
            if (mention.concept() != Concept.SHARE_WORD || mention.to() + 1 >= clause.to() || !tokens.is(mention.to(), '"')) {
                continue;
            }
            int verb = mention.to() + 1;
            if (tokens.is(verb, "may") || tokens.is(verb, "can")) {
                verb += verb + 1 < clause.to() && tokens.is(verb + 1, "also") ? 2 : 1;
            }
            if (verb < clause.to() && tokens.isAny(verb, DEFINES)) {
                return true;
            }
        }
        return false;
    }

    /** "Sell or share"; denied, also "share or sell". */
    private static boolean orShare(Clause clause, Statement statement) {
        Tokens tokens = clause.tokens();
        int verb = tokens.firstFrom(statement.start());
        if (statement.polarity() == Polarity.NEGATIVE && verb - 2 >= clause.from() && clause.covers(Concept.SHARE_WORD, verb - 2) && (tokens.is(verb - 1, "or") || tokens.is(verb - 1, "nor") || tokens.is(verb - 1, "and"))) {
            return !tokens.is(verb + 1, "with") && !tokens.is(verb + 1, "to") || clause.has(Concept.TARGETED_ADS);
        }
        for (int i = verb + 1; i < Math.min(clause.to(), verb + 6) && !clause.covers(Concept.RELATIVE, i); i++) {
            if (clause.covers(Concept.SHARE_WORD, i)) {
                for (int k = i + 1; k < Math.min(clause.to(), i + 4); k++) {
                    if (tokens.is(k, "with")) {
                        return clause.has(Concept.TARGETED_ADS);
                    }
                }
                return true;
            }
        }
        return false;
    }
}
