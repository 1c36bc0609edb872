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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Sentences that do not say that information is shared for advertising, but tell of something that comes to it: data given to advertising networks, their cookies, targeted advertisements. */
final class AdvertisingHints {
    /** Fewer tokens are a label: "Cookies and interest-based advertising." */
    private static final int LABEL = 7;
    private static final WordSet SERVICES = WordSet.of("services", "tools", "technologies", "providers", "platforms", "vendors", "companies", "partners");
    private static final WordSet NAMES = WordSet.of("called", "known", "referred");
    private static final WordSet BACK = WordSet.of("this", "these", "it", "they", "such");
    private static final WordSet SETS = WordSet.of("set", "sets", "place", "places", "drop", "use", "uses", "store", "deploy");
    private static final WordSet TURNS_OFF = WordSet.of("turn", "switch", "disable", "block", "manage", "control", "adjust", "reset", "limit", "refuse", "stop");
    private static final WordSet THOSE = WordSet.of("these", "those", "such", "linked", "other");
    private static final WordSet SITES = WordSet.of("sites", "websites", "pages");
    /** Tokens from "we" to "engage in", at most. */
    private static final int SUBJECT = 5;
    /** Tokens of a purpose that are read, at most. */
    private static final int PURPOSE = 12;
    /** What one may have a choice in, as far as sharing goes; "how you use our pages" is none. */
    private static final Set<Practice> CHOSEN = EnumSet.of(Practice.SELL, Practice.SHARE_FOR_ADVERTISING, Practice.DISCLOSE, Practice.COLLECT);

    private static final WordSet UNLESS = WordSet.of("unless", "until");
    /** Tokens from "unless" to "opt out", at most. */
    private static final int UNLESS_REACH = 4;

    private AdvertisingHints() {}

    /** Whether the clause holds a hint. */
    static boolean in(Clause clause, PolicyReading reading) {
        return (cookiesTarget(clause) || goesToAdvertisers(clause) || goesToNetworks(clause) || soldToAdvertisers(clause, reading) || underAdvertising(clause)
                || networksSetCookies(clause) || usedForTheirs(clause) || servicesTarget(clause) || cellOfCookies(clause)
                || reachesElsewhere(clause)) && !SharingExtractor.defines(clause);
    }

    /** Whether the clause and what it refers to tell that others get information to advertise with. */
    static boolean withWhatGoesBefore(Clause clause, PolicyReading reading) {
        return advertisersBefore(clause, reading) || advertisersListed(clause, reading) || forThisPurpose(clause, reading) || isCalledTargeted(clause, reading);
    }

    /** "We let others tell by cookies what you like. This is known as interest-based advertising": what was told is given its name. */
    private static boolean isCalledTargeted(Clause clause, PolicyReading reading) {
        if (!clause.has(Concept.TARGETED_ADS, "named") || !clause.hasAny(NAMES) || !pointsBack(clause) || clause.hasAny(Concept.NEGATION, Concept.CONDITION)) {
            return false;
        }
        Clause before = clause.index() == 0 ? clause : reading.clauses().get(clause.index() - 1);
        return clause.follows(before) && before.has(Concept.THIRD_PARTY) && before.has(Concept.BUSINESS) && !before.has(Concept.NEGATION)
                && before.anyStatement(s -> (s.practice() == Practice.USE || s.practice() == Practice.COLLECT || s.practice() == Practice.DISCLOSE)
                && s.actor() != Actor.CONSUMER && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL);
    }

    /** "We share information with our analytics and advertising partners for our advertising." */
    private static boolean goesToAdvertisers(Clause clause) {
        Mention partner = clause.first(Concept.AD_PARTNER);
        if (partner == null || clause.has(Concept.NEGATION) || offersChoice(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        boolean discloses = clause.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL && s.object() == Statement.Subject.PERSONAL_INFORMATION
                && tokens.firstFrom(s.start()) < partner.from());
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

    /** "Passing data to our advertising partners, or to others for advertising, may be a 'sale'", "We give it to advertising partners. This may be a 'sale'": what advertisers give for it they earn by advertising. */
    private static boolean soldToAdvertisers(Clause clause, PolicyReading reading) {
        if (!clause.anyStatement(s -> s.practice() == Practice.SELL && s.modality() == Modality.CONCEDED)) {
            return false;
        }
        Clause before = clause.index() == 0 || !pointsBack(clause) ? clause : reading.clauses().get(clause.index() - 1);
        return clause.has(Concept.AD_PARTNER) || forAdvertisingFrom(clause, clause.from()) || clause.follows(before) && before.has(Concept.AD_PARTNER)
                && !before.has(Concept.NEGATION);
    }

    /** Under "Targeted advertising": "We disclose browsing data to social networks and advertising partners". */
    private static boolean underAdvertising(Clause clause) {
        return clause.has(Concept.AD_PARTNER) && !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.TARGETED_ADS)
                && !clause.hasAny(Concept.NEGATION, Concept.CONDITION) && !offersChoice(clause)
                && clause.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.actorStated() && s.polarity() == Polarity.POSITIVE
                && s.speech() == Speech.ASSERTION);
    }

    /** "We pass personal information on to ad exchanges": what these do with it is advertising across contexts. */
    private static boolean goesToNetworks(Clause clause) {
        Mention network = network(clause);
        if (network == null || clause.has(Concept.NEGATION) && !clause.has(Concept.PSEUDO_NEGATION) || offersChoice(clause)) {
            return false;
        }
        return clause.anyStatement(s -> (s.practice() == Practice.DISCLOSE || s.practice() == Practice.SELL && clause.has(Concept.AD_NETWORK)) && s.actor() == Actor.BUSINESS
                && s.actorStated() && s.polarity() == Polarity.POSITIVE
                && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL && s.object() == Statement.Subject.PERSONAL_INFORMATION
                && clause.tokens().firstFrom(s.start()) < network.from());
    }

    /** "We use services that help show you ads based on your interests": what others do for us. */
    private static boolean servicesTarget(Clause clause) {
        Mention ads = clause.first(Concept.TARGETED_ADS);
        if (ads == null || clause.hasAny(Concept.NEGATION, Concept.CONDITION) || offersChoice(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 2; i + 1 < ads.from(); i++) {
            if (tokens.isAny(i, SERVICES) && clause.covers(Concept.RELATIVE, i + 1) && clause.hasWithin(Concept.USE, Math.max(clause.from(), i - SUBJECT), i)) {
                return clause.hasWithin(Concept.BUSINESS, clause.from(), i);
            }
        }
        return false;
    }

    /** "Remarketing with Google Analytics enables us to …", "we use your address to create custom audiences": what takes another company that shows the advertising. */
    private static boolean reachesElsewhere(Clause clause) {
        if (!clause.has(Concept.TARGETED_ADS) || clause.hasAny(Concept.NEGATION, Concept.CONDITION) || offersChoice(clause) || inbound(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions(Concept.TARGETED_ADS)) {
            String word = tokens.word(mention.from());
            boolean with = mention.to() + 1 < clause.to() && tokens.is(mention.to(), "with") && tokens.capitalized(mention.to() + 1);
            boolean audiences = word.equals("custom") && clause.hasWithin(Concept.BUSINESS, clause.from(), mention.from())
                    && clause.hasWithin(Concept.ELEMENT, clause.from(), mention.from());
            if (audiences || with && (word.startsWith("remarket") || word.startsWith("retarget")) && clause.has(Concept.BUSINESS)) {
                return true;
            }
        }
        return false;
    }

    /** "To deliver adverts more relevant to you", in a table of cookies. */
    private static boolean cellOfCookies(Clause clause) {
        return clause.block().kind() == Block.Kind.CELL && clause.to() - clause.from() >= LABEL && clause.has(Concept.TARGETED_ADS)
                && !clause.hasAny(Concept.NEGATION, Concept.CONDITION) && !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.COOKIE_LIFE);
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
            if ((statement.practice() == Practice.COLLECT || statement.practice() == Practice.USE) && statement.actor() == Actor.PARTNER && statement.actorStated()
                    && verb > partner.from()
                    && statement.speech() == Speech.ASSERTION && statement.object() == Statement.Subject.PERSONAL_INFORMATION && forAdvertisingFrom(clause, verb)) {
                return true;
            }
        }
        return false;
    }

    /** Whether "for advertising" stands behind the token. */
    static boolean forAdvertisingFrom(Clause clause, int verb) {
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
            if (mention.concept() == Concept.AD_NETWORK || mention.concept() == Concept.AD_PARTNER
                    && (clause.tokens().is(mention.from(), "advertising") || clause.tokens().is(mention.from(), "advertisers"))) {
                return mention;
            }
        }
        return null;
    }

    /** "We use cookies for targeted advertising", "We, or our advertising partners, use cookies to: deliver targeted advertising". */
    private static boolean cookiesTarget(Clause clause) {
        Clause lead = clause.lead();
        if (lead != null && clause.has(Concept.TARGETED_ADS) && !clause.hasAny(Concept.NEGATION, Concept.CONDITION)
                && lead.has(Concept.COOKIE_LIFE) && lead.anyStatement(s -> s.practice() == Practice.USE
                && (s.actor() == Actor.BUSINESS || s.actor() == Actor.PARTNER && lead.has(Concept.AD_PARTNER)) && s.actorStated() && s.polarity() == Polarity.POSITIVE
                    && s.speech() == Speech.ASSERTION) && !lead.hasAny(Concept.NEGATION, Concept.CONDITION) && !offersChoice(clause)) {
            return true;
        }
        return clause.to() - clause.from() >= LABEL && clause.has(Concept.TARGETED_ADS) && clause.has(Concept.COOKIE_LIFE) && !negated(clause) && !excludes(clause)
                && !offersChoice(clause)
                && !clause.has(Concept.CONDITION) && !clause.has(Concept.RIGHT_FRAME);
    }

    /** "This policy does not cover others, who may use cookies", "those sites may use cookies", "some browsers block cookies": what it does not speak for. */
    static boolean excludes(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.has(Concept.COOKIE_LIFE) && browsersBlock(clause)) {
            return true;
        }
        if (clause.to() - clause.from() > 2 && tokens.isAny(clause.from(), THOSE) && tokens.isAny(clause.from() + 1, SITES) && !clause.has(Concept.BUSINESS)) {
            return true;
        }
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            if ((tokens.is(i, "cover") || tokens.is(i, "apply") || tokens.is(i, "govern") || tokens.is(i, "responsible"))
                    && clause.hasWithin(Concept.NEGATION, Math.max(clause.from(), i - 2), i)) {
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

    /** "We work with advertising partners. … They show you interest-based ads." */
    private static boolean advertisersBefore(Clause clause, PolicyReading reading) {
        if (!clause.has(Concept.TARGETED_ADS) || clause.has(Concept.NEGATION) && !exceptsData(clause) || clause.index() == 0) {
            return false;
        }
        Clause before = reading.clauses().get(clause.index() - 1);
        return clause.follows(before) && before.has(Concept.AD_PARTNER) && !before.has(Concept.NEGATION)
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
        boolean same = clause.follows(before) && before.has(Concept.TARGETED_ADS) && !before.has(Concept.NEGATION);
        for (int i = clause.from(); same && i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "this") || tokens.is(i, "that")) && tokens.is(i + 1, "purpose") || (tokens.is(i, "these") || tokens.is(i, "those")) && tokens.is(i + 1, "purposes")) {
                return clause.anyStatement(s -> s.practice() == Practice.DISCLOSE && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.POSITIVE
                        && s.speech() == Speech.ASSERTION);
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

    /** Whether the information comes in, not out: "advertisers may provide us with". */
    static boolean inbound(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "provide") || tokens.is(i, "provided") || tokens.is(i, "send") || tokens.is(i, "share"))
                    && (tokens.is(i + 1, "us") || tokens.is(i + 1, "to") && i + 2 < clause.to() && tokens.is(i + 2, "us"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause is about choices: opting out, rights. */
    static boolean offersChoice(Clause clause) {
        return turnsOff(clause) || clause.has(Concept.RIGHT) && !onlyUnless(clause) || clause.anyStatement(s -> s.speech() == Speech.RIGHT && CHOSEN.contains(s.practice()))
                && !clause.has(Concept.BUSINESS);
    }

    /** "Unless you opt out, we share it for retargeting": what is done until somebody chooses otherwise. */
    private static boolean onlyUnless(Clause clause) {
        if (!clause.hasWord("unless") && !clause.hasWord("until")) {
            return false;
        }
        for (Mention mention : clause.mentions(Concept.RIGHT)) {
            if (!clause.hasWithin(UNLESS, mention.from() - UNLESS_REACH, mention.from())) {
                return false;
            }
        }
        return true;
    }

    /** "You can turn off retargeting". */
    static boolean turnsOff(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.to() - clause.from() > 3 && tokens.is(clause.from(), "you") && (tokens.is(clause.from() + 1, "can") || tokens.is(clause.from() + 1, "may"))
                && tokens.isAny(clause.from() + 2, TURNS_OFF);
    }

    /** "We use your information for interest-based advertising", "We engage in targeted advertising", "The ways we market to you include retargeting": which takes others to show it, or to learn whom. */
    static boolean usedForAdvertising(Clause clause, Modes modes) {
        Mention ads = named(clause);
        if (ads == null || clause.block().kind() == Block.Kind.CELL || clause.hasAny(Concept.NEGATION, Concept.CONDITION) || clause.has(Concept.CHILD) || clause.deniedByLead()
                || turnsOff(clause) || SharingExtractor.defines(clause) || excludes(clause) || SharingDenial.keepsFrom(clause) || clause.lead() != null && clause.lead().hasAny(Concept.RIGHT, Concept.RIGHT_FRAME)
                || clause.hasWithin(Concept.RIGHT, clause.from(), ads.from()) || clause.hasWithin(Concept.RIGHT_FRAME, clause.from(), ads.from())) {
            return false;
        }
        if (clause.anyStatement(s -> (s.practice() == Practice.USE || s.practice() == Practice.COLLECT) && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.POSITIVE
                && s.speech() == Speech.ASSERTION
                && s.modality() != Modality.CONDITIONAL && (s.actorStated() || s.object() == Statement.Subject.PERSONAL_INFORMATION)
                && clause.tokens().firstFrom(s.start()) < ads.from())) {
            return true;
        }
        for (int i = clause.from() + 1; i < ads.from(); i++) {
            if (clause.tokens().is(i, "market") && clause.covers(Concept.BUSINESS, i - 1)) {
                return true;
            }
        }
        for (int i = ads.from() - 1; i >= clause.from() && i >= ads.from() - SharingDenial.ABSTAINS; i--) {
            if (clause.tokens().isAny(i, SharingDenial.ENGAGES) && clause.hasWithin(Concept.BUSINESS, Math.max(clause.from(), i - SUBJECT), i)) {
                return true;
            }
        }
        Mode mode = modes.of(clause);
        return clause.lead() != null && (mode == Mode.USES || mode == Mode.DISCLOSES);
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
}
