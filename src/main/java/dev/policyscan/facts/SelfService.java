package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;

/** Where consumers see, change or delete their information themselves: "in your Heron account", "by visiting their profile page". */
final class SelfService {
    private static final int NAME = 4;
    private static final WordSet ALTERNATIVE = WordSet.of("or", "and");
    private static final WordSet PLACES = WordSet.of("account", "accounts", "profile", "profiles", "dashboard", "panel");
    private static final WordSet APPS = WordSet.of("app", "apps", "application", "game");
    private static final WordSet SERVICES = WordSet.of("service", "services", "platform", "site", "website");
    /** Behind "in the app", which is then the whole place: not "the app store", "cross-app advertising". */
    private static final WordSet GOES_ON = WordSet.of("or", "and", "at", "by", "under", "itself", "yourself", "without", "whenever", "directly");
    private static final WordSet INSIDE = WordSet.of("in", "within", "inside", "through", "via", "from");
    private static final WordSet OWNERS = WordSet.of("your", "my", "their", "his", "the", "that", "an");
    private static final WordSet WAYS = WordSet.of("in", "through", "via", "within", "using", "from", "under", "into", "visiting", "accessing", "by", "visit", "editing", "updating");
    private static final WordSet OTHERS = WordSet.of("social", "media", "network", "party", "google", "facebook", "apple", "microsoft", "twitter", "instagram", "gmail", "connected");
    private static final WordSet DUTIES = WordSet.of("must", "agree", "promise", "warrant", "represent", "undertake");
    private static final WordSet DUE = WordSet.of("provide", "give", "keep", "maintain", "ensure", "update", "promptly");
    private static final WordSet CREATES = WordSet.of("create", "creating", "register");
    private static final WordSet LEFT = WordSet.of("remain", "remains", "lose", "residual");
    private static final WordSet ONLOOKERS = WordSet.of("other", "others", "people", "anyone", "everyone", "public");
    private static final WordSet SEEN = WordSet.of("see", "look", "view", "visible", "shown", "read", "find");
    /** Before "others see": what the consumer decides on. */
    private static final WordSet SET = WordSet.of("what", "which", "who", "whether", "how", "whom", "that", "control");
    /** Tokens from "other" to what they do. */
    private static final int NEAR = 7;
    private static final WordSet STEPS = WordSet.of("log", "logging", "sign", "signing", "go", "going", "tap", "open", "select", "choose", "press", "by");
    private static final WordSet PARTS = WordSet.of("area", "section", "page", "part", "tab", "menu", "panel", "settings", "preferences");

    private SelfService() {
    }

    /** Whether the clause says that consumers can act on their information in their account, whoever brought up requests. */
    static boolean offeredBy(Clause clause) {
        return clause.has(Concept.RIGHT_FRAME) && (!clause.has(Concept.NOT_REQUEST) || besideData(clause)) && acts(clause)
                && (aboutData(clause) && named(clause) || atAnyTime(clause));
    }

    /** "Update your account information by contacting us": done by others, and not there. */
    private static boolean askedOf(Clause clause) {
        Tokens tokens = clause.tokens();
        if (!clause.has(Concept.CONTACT_CUE) && !clause.hasWord("contacting")) {
            return false;
        }
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            if (tokens.is(i, "contacting") && tokens.is(i - 1, "by") && clause.covers(Concept.BUSINESS, i + 1)) {
                return !clause.hasWithin(ALTERNATIVE, i - 2, i - 1) && !clause.hasWithin(ALTERNATIVE, i + 2, clause.to()) && !clause.anyMention(m -> m.concept() == Concept.ACCOUNT_WORD && (tokens.isAny(m.from(), WAYS) || m.from() > clause.from() && tokens.isAny(m.from() - 1, WAYS)));
            }
        }
        return false;
    }

    /** "Update your details and mailing preferences": what is acted on before anything that is no request. */
    private static boolean besideData(Clause clause) {
        int other = clause.first(Concept.NOT_REQUEST).from();
        int act = clause.has(Concept.RIGHT) ? clause.first(Concept.RIGHT).from() : other;
        for (int i = act; i < other; i++) {
            if (clause.tokens().is(i, "information") || clause.tokens().is(i, "data") || clause.tokens().is(i, "details") || clause.tokens().is(i, "profile")) {
                return true;
            }
        }
        return false;
    }

    /** "We have sold these categories, subject to your settings". */
    private static boolean tellsOfBusiness(Clause clause) {
        return clause.anyStatement(s -> s.practice() == Practice.SELL && s.actor() == Actor.BUSINESS && s.actorStated() && s.speech() == Speech.ASSERTION);
    }

    /** "You may edit your profile at any time": without asking anyone. */
    private static boolean atAnyTime(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.hasAny(Concept.CONTACT_CUE, Concept.EMAIL_WORD) || !clause.hasWord("time") || clause.hasWord("request")) {
            return false;
        }
        boolean own = false;
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            own |= tokens.is(i, "your") && (tokens.is(i + 1, "account") || tokens.is(i + 1, "profile"));
            if (own && tokens.is(i, "at") && tokens.is(i + 1, "any") && tokens.is(i + 2, "time")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the account is named as a place to go to: "through your Heron account", not "update your account". */
    static boolean named(Clause clause) {
        if (tellsOfBusiness(clause) || askedOf(clause) || obliges(clause) || shownToOthers(clause) || isAftermath(clause) || opensOne(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions(Concept.ACCOUNT_WORD)) {
            if (!ofOthers(clause, mention) && !isObject(clause, mention)) {
                return !tokens.is(mention.to() - 1, "information") || clause.words() > mention.to() - mention.from() && !clause.anyStatement(s -> s.actor() == Actor.BUSINESS && s.actorStated() && s.speech() == Speech.ASSERTION);
            }
        }
        boolean acts = actsByWord(clause) || clause.lead() != null && clause.lead().has(Concept.REQUEST_TRIGGER);
        for (int i = clause.from() + 2; i < clause.to(); i++) {
            if (acts && (tokens.isAny(i, APPS) || tokens.isAny(i, SERVICES) && served(clause, i)) && insideApp(clause, i)) {
                return true;
            }
            if (tokens.isAny(i, PLACES)) {
                int owner = i - 1;
                while (owner > clause.from() && owner >= i - NAME && tokens.kind(owner) == Tokens.Kind.WORD && !tokens.isAny(owner, OWNERS)) {
                    owner--;
                }
                boolean opened = i + 1 < clause.to() && tokens.is(i + 1, "to");
                if (owner > clause.from() && tokens.isAny(owner, OWNERS) && !tokens.isAny(i - 1, OTHERS)
                        && (tokens.isAny(owner - 1, WAYS) || opened && (tokens.is(owner - 1, "access") || tokens.is(owner - 1, "use")) || tokens.is(owner - 1, "of")
                        && owner - 2 >= clause.from() && tokens.isAny(owner - 2, PARTS))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Your user dashboard": whether the words behind an owner end in a place of that consumer's. */
    static boolean place(Clause clause, int owner) {
        for (int i = owner + 1; i < Math.min(clause.to(), owner + NAME); i++) {
            if (clause.tokens().isAny(i, PLACES)) {
                return true;
            }
        }
        return false;
    }

    /** "Go to the privacy section of your account", "the Your Privacy Choices page in your profile": a part of the account, behind the token. */
    static boolean partOf(Clause clause, int behind) {
        for (int i = behind; i + 2 < clause.to() && i <= behind + NEAR && clause.tokens().kind(i) != Tokens.Kind.URL && !clause.tokens().is(i, "or"); i++) {
            if (clause.tokens().isAny(i, PARTS) && (clause.covers(Concept.ACCOUNT_WORD, i) || (clause.tokens().isAny(i + 1, INSIDE) || clause.tokens().is(i + 1, "of"))
                    && (clause.hasWithin(Concept.ACCOUNT_WORD, i + 1, i + 2 + NAME) || clause.tokens().isAny(i + 2, OWNERS) && place(clause, i + 2)))) {
                return true;
            }
        }
        return false;
    }

    /** "You may update your data at any time via the services": there, and without asking anyone. */
    private static boolean served(Clause clause, int services) {
        Tokens tokens = clause.tokens();
        boolean through = tokens.is(services - 2, "via") || tokens.is(services - 2, "through");
        return through && clause.hasWord("any") && clause.hasWord("time") && clause.has(Concept.RIGHT_FRAME) && !clause.has(Concept.CONTACT_CUE) && !clause.hasWord("request");
    }

    /** "Within the Heron App", the app being the whole place. */
    private static boolean insideApp(Clause clause, int app) {
        Tokens tokens = clause.tokens();
        if (app + 1 < clause.to() && tokens.kind(app + 1) != Tokens.Kind.PUNCTUATION && !tokens.isAny(app + 1, GOES_ON)) {
            return false;
        }
        for (int i = app - 1; i > clause.from() && i >= app - NAME; i--) {
            if (tokens.is(i, "the") || tokens.is(i, "our")) {
                return tokens.isAny(i - 1, INSIDE);
            }
        }
        return false;
    }

    /** "In the settings of your social media account", "the settings of those social networks": a place, but not this business's. */
    private static boolean ofOthers(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        int behind = mention.to() < clause.to() && (tokens.is(mention.to(), "of") || tokens.is(mention.to(), "on")) ? mention.to() + NAME : mention.to();
        for (int i = Math.max(clause.from(), mention.from() - 2); i < Math.min(clause.to(), behind); i++) {
            if (tokens.isAny(i, OTHERS)) {
                return true;
            }
        }
        return false;
    }

    /** "Can I delete my account?": what is acted on, not the page My Account. */
    private static boolean isObject(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        return mention.to() - mention.from() == 2 && tokens.is(mention.from(), "my") && mention.from() > clause.from() && clause.covers(Concept.RETAIN, mention.from() - 1);
    }

    /** "You must keep your account information up to date": a duty, no offer. */
    private static boolean obliges(Clause clause) {
        Tokens tokens = clause.tokens();
        int duty = clause.to();
        for (int i = clause.from() + 1; i < clause.to(); i++) {
            duty = tokens.is(i - 1, "you") && tokens.isAny(i, DUTIES) ? i : duty;
            if (i > duty && i - duty <= NAME && tokens.isAny(i, DUE)) {
                return true;
            }
        }
        return false;
    }

    /** "Handed over when you create an account": how it came to be. */
    private static boolean opensOne(Clause clause) {
        return clause.hasAny(CREATES) && clause.hasWord("when") && !clause.has(Concept.RIGHT);
    }

    /** "Even after you close your account, copies may remain": what comes of it. */
    private static boolean isAftermath(Clause clause) {
        return clause.hasAny(LEFT) && (clause.hasWord("after") || clause.hasWord("result"));
    }

    /** "Anybody on board can see your page", "once you open one, other members see it": whom it is shown to, unless it is "there you set what others see". */
    private static boolean shownToOthers(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean yours = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            yours |= tokens.is(i, "you") || tokens.is(i, "your");
            if (tokens.isAny(i, ONLOOKERS) && (!yours || clause.hasWithin(SEEN, i + 1, i + NEAR) && !clause.hasWithin(SET, i - NEAR, i))) {
                return true;
            }
        }
        return false;
    }

    /** "Log in to your account and …": what is to be done there stands before it. */
    static boolean instructs(Clause clause) {
        return clause.covers(Concept.ACCOUNT_WORD, clause.from()) && clause.tokens().isAny(clause.from(), STEPS);
    }

    /** Whether the clause speaks of seeing, deleting or correcting. */
    static boolean acts(Clause clause) {
        return clause.has(Concept.RIGHT) || actsByWord(clause);
    }

    private static boolean actsByWord(Clause clause) {
        return clause.has(Concept.RIGHT_WORD, "know") || clause.has(Concept.RIGHT_WORD, "delete") || clause.has(Concept.RIGHT_WORD, "correct");
    }

    /** Whether the clause speaks of the consumer's information, and not of settings or of the site's content. */
    static boolean aboutData(Clause clause) {
        return clause.hasAny(Concept.PERSONAL, Concept.ELEMENT) || clause.hasWord("information") || clause.hasWord("data") || clause.hasWord("profile");
    }
}
