package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import java.util.List;

/** Which clauses speak of requests to exercise rights, and which of other matters that name ways, too. */
final class RequestClauses {
    private static final WordSet ELSEWHERE = WordSet.of("below", "above", "section", "described", "details", "provided", "listed", "set", "indicated", "appendix", "specified");
    private static final WordSet ANSWERS = WordSet.of("respond", "deliver", "response", "verify", "delivery", "responses", "receive");
    /** What the business does, with "you" behind it: "we may contact you by telephone". */
    private static final WordSet TURNS_TO = WordSet.of("contact", "call", "email", "notify", "reach", "inform", "telephone", "phone");
    /** What a section on contact tells: "using the details in section 3 (Contact)". */
    private static final WordSet TOLD = WordSet.of("information", "details", "addresses", "methods", "channels");
    private static final WordSet THE = WordSet.of("the", "any", "these");
    private static final WordSet SECTIONS = WordSet.of("section", "paragraph", "part", "chapter", "under");
    private static final int NEAR = 5;
    /** Who watches over the business. */
    private static final WordSet WATCHES = WordSet.of("authority", "authorities", "regulator", "regulators", "commissioner", "ombudsman", "dpc", "ico", "cnil", "attorney");
    /** Tokens from "contact" to one of them, at most: "contact your local data protection authority". */
    private static final int WATCHED = 6;
    private static final WordSet THINKS = WordSet.of("think", "believe", "suspect", "notice", "find", "feel");
    private static final WordSet DONE = WordSet.of("done", "made", "accomplished", "achieved");
    private static final WordSet THIS = WordSet.of("this", "so", "that", "it", "these");
    private static final WordSet COOKIES = WordSet.of("cookie", "cookies", "browser", "browsers");
    private static final WordSet PARENTS = WordSet.of("parent", "parents", "guardian", "minor", "minors");
    /** Behind a request in a list's lead: what is to be told in it follows. */
    private static final WordSet DEMANDS = WordSet.of("must", "should", "your", "include", "includes", "including", "contain", "contains", "provide");
    /** What is done with a link that is not there yet. */
    private static final WordSet PROMISED = WordSet.of("provide", "add", "post", "include", "offer", "display", "publish", "place", "give");
    private static final WordSet ADDRESSED = WordSet.of("the", "our", "either");
    private static final WordSet AGREES = WordSet.of("agree", "consent", "accept", "acknowledge", "confirm");
    private static final WordSet WILL = WordSet.of("will", "shall", "would", "also", "then", "promptly", "immediately");
    private static final WordSet MORE = WordSet.of("more", "additional", "further");
    private static final WordSet TAKEN_IN = WordSet.of("processed", "accepted", "honored", "taken", "accept", "process", "take", "honor");
    private static final WordSet SUBMITS = WordSet.of("submit", "send", "file");
    private static final WordSet CONTESTS = WordSet.of("dissatisfied", "unhappy", "reconsider", "reconsideration");
    private static final WordSet ASKING = WordSet.of("submit", "request", "requests", "exercise", "ask", "contact", "form", "portal", "delete", "opt");
    private static final WordSet HERE = WordSet.of("here");
    private static final WordSet READS = WordSet.of("read", "learn", "see");
    private static final WordSet JOINS = WordSet.of("or", "and");
    private static final WordSet AUXILIARIES = WordSet.of("do", "may", "can", "will", "also", "might", "could");
    private static final WordSet GAINED = WordSet.of("obtain", "access", "view", "see", "know", "review");

    private RequestClauses() {}

    /** "If you think that an advertisement is unlawful, contact …": of something else than one's information. */
    static boolean complains(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.to() - clause.from() > 3 && tokens.is(clause.from(), "if") && tokens.is(clause.from() + 1, "you") && tokens.isAny(clause.from() + 2, THINKS)
                && !clause.hasAny(Concept.PERSONAL, Concept.RIGHT) && !clause.hasAny(Concept.REQUEST_TRIGGER, Concept.ELEMENT) && !clause.hasWord("rights");
    }

    static boolean asksQuestions(Clause clause) {
        return clause.hasWord("question") || clause.hasWord("questions");
    }

    /** "If you have questions about this policy, contact:", "for more information, write to": no request is meant by the addresses that follow. */
    static boolean turnsToQuestions(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean inform = clause.to() - clause.from() > 2 && tokens.is(clause.from(), "for") && tokens.isAny(clause.from() + 1, MORE) && tokens.is(clause.from() + 2, "information");
        return clause.has(Concept.CONTACT_CUE) && (inform || asksQuestions(clause));
    }

    static boolean triggers(Clause clause) {
        return clause.has(Concept.REQUEST_TRIGGER) && !gains(clause) && (!clause.has(Concept.NOT_REQUEST) || exercises(clause) || optsOutOfSale(clause)
                || RightsExtractor.several(clause));
    }

    /** "E-mail help@heron.example and we delete it for you". */
    static boolean writesToDelete(Clause clause) {
        if (!clause.has(Concept.RIGHT_WORD, "delete") || !clause.has(Concept.REQUEST_VERB) || clause.hasAny(Concept.NOT_REQUEST, Concept.CHILD) || clause.has(Concept.AGE_UNDER)) {
            return false;
        }
        for (int i = clause.from(); i < clause.to(); i++) {
            if (clause.tokens().kind(i) == Tokens.Kind.EMAIL) {
                return true;
            }
        }
        return false;
    }

    /** "Opt out of sale by cookies at this link", "follow Do Not Sell on each browser": a right that cookies do not make a setting of theirs. */
    private static boolean optsOutOfSale(Clause clause) {
        boolean sale = false;
        for (Mention mention : clause.hasWord("section") ? List.<Mention>of() : clause.mentions()) {
            if (mention.concept() == Concept.NOT_REQUEST && !clause.tokens().isAny(mention.from(), COOKIES)) {
                return false;
            }
            sale |= mention.concept() == Concept.REQUEST_TRIGGER && clause.hasWithin(Concept.OPT_OUT_OBJECT, mention.from(), mention.to());
        }
        return sale;
    }

    /** "If we do obtain your information", "vendors may obtain information": what the business or others get, and nothing else that is asked for. */
    private static boolean gains(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions(Concept.REQUEST_TRIGGER)) {
            int we = mention.from() > clause.from() && tokens.isAny(mention.from() - 1, AUXILIARIES) ? mention.from() - 2 : mention.from() - 1;
            if (!(tokens.isAny(mention.from(), GAINED) && we >= clause.from() && (clause.covers(Concept.BUSINESS, we) || clause.covers(Concept.THIRD_PARTY, we)))) {
                return false;
            }
        }
        return true;
    }

    /** "To exercise these rights, unsubscribe or contact us", "to leave our lists or submit a request", "requests to exercise your rights or this notice in another format": rights are spoken of, whatever else is. */
    private static boolean exercises(Clause clause) {
        int other = clause.from();
        for (Mention mention : clause.mentions(Concept.NOT_REQUEST)) {
            other = mention.to();
        }
        for (Mention mention : clause.mentions(Concept.REQUEST_TRIGGER)) {
            if (mention.from() > other && clause.tokens().isAny(mention.from() - 1, JOINS)) {
                return true;
            }
            // "Submit your request to the desk and tell us the value of your cookie".
            if (mention.from() == clause.from() && clause.tokens().isAny(mention.from(), SUBMITS) && clause.tokens().is(mention.to() - 1, "request")) {
                return true;
            }
            if (clause.tokens().is(mention.from(), "exercise")
                    && (mention.from() <= clause.from() + 1 || clause.tokens().is(mention.to() - 1, "rights") && !clause.hasWord("how"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause stands, at whatever depth, in a list of ways to make requests: under a heading there are other choices, too. */
    static boolean itemOfRequests(Clause clause, PolicyReading reading) {
        for (Clause lead = clause.lead(); lead != null; lead = lead.lead()) {
            if (triggers(lead) && !ofShineTheLight(lead, reading) && !(lead.isHeading() && clause.has(Concept.NOT_REQUEST))) {
                return true;
            }
        }
        return false;
    }

    static boolean speaksOfParents(Clause clause) {
        if (clause.hasAny(PARENTS)) {
            return true;
        }
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions(Concept.CHILD)) {
            int child = mention.from();
            if (child > clause.from()
                    && (tokens.is(child - 1, "your") || tokens.is(child - 1, "that") || tokens.is(child, "child") && child + 1 < clause.to() && tokens.is(child + 1, "under"))) {
                return true;
            }
        }
        return false;
    }

    /** "A request must:", "please include your:": what is to be told in a request stands under it. */
    static boolean demands(Clause lead) {
        int last = lastWord(lead);
        boolean told = lead.tokens().is(last, "information") && lead.tokens().is(Math.max(lead.from(), last - 1), "following")
                && (lead.hasWord("provide") || lead.hasWord("include"));
        return !lead.isHeading() && (told || lead.tokens().isAny(last, DEMANDS));
    }

    /** The token before the punctuation that a lead ends in. */
    private static int lastWord(Clause lead) {
        int last = lead.to() - 1;
        while (last > lead.from() && lead.tokens().kind(last) == Tokens.Kind.PUNCTUATION) {
            last--;
        }
        return last;
    }

    /** "This policy explains how you can correct …": what follows is said elsewhere. */
    static boolean introduces(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < Math.min(clause.to(), clause.from() + 6) && tokens.is(clause.from(), "this"); i++) {
            if (tokens.is(i, "explains") || tokens.is(i, "describes") || tokens.is(i, "outlines")) {
                return true;
            }
        }
        return false;
    }

    /** "By using our website you consent to this policy": what comes of a visit, and no way to ask for anything. */
    static boolean agrees(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.from() + 1 >= clause.to() || !tokens.is(clause.from(), "by") || !tokens.endsWith(clause.from() + 1, "ing") || !clause.hasAny(AGREES)) {
            return false;
        }
        for (int i = clause.from() + 2; i + 1 < clause.to(); i++) {
            if (tokens.is(i, "you")) {
                return tokens.isAny(i + 1, AGREES) || i + 2 < clause.to() && tokens.isAny(i + 1, AUXILIARIES) && tokens.isAny(i + 2, AGREES);
            }
        }
        return false;
    }

    /** "If this changes, we will provide a link", "were we ever to sell, we would post a form here": no way yet. */
    static boolean someDay(Clause clause) {
        Tokens tokens = clause.tokens();
        int first = clause.from() + 2 < clause.to() && tokens.is(clause.from(), "however") && tokens.is(clause.from() + 1, ',') ? clause.from() + 2 : clause.from();
        boolean supposes = tokens.is(first, "if") || (tokens.is(first, "were") || tokens.is(first, "should")) && first + 1 < clause.to() && clause.covers(Concept.BUSINESS, first + 1);
        for (int i = first + 1; supposes && i < clause.to() && !tokens.is(i, "you"); i++) {
            if (tokens.isAny(i, PROMISED) && tokens.isAny(i - 1, WILL) && clause.businessBefore(i) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** "When you fill in a form, we collect …": what is gathered then is no answer to a request; that "requests can be submitted" is. */
    static boolean gathers(Clause clause) {
        boolean opens = clause.anyStatement(s -> s.practice() == Practice.COLLECT && s.actor() == Actor.BUSINESS && s.speech() == Speech.ASSERTION
                && (clause.tokens().firstFrom(s.start()) - clause.from() <= 3 && clause.covers(Concept.BUSINESS, clause.from())
                || clause.businessBefore(clause.tokens().firstFrom(s.start())) == clause.from()));
        return opens || !clause.hasAny(Concept.RIGHT, Concept.RIGHT_FRAME)
                && clause.anyStatement(s -> (s.practice() == Practice.COLLECT || s.practice() == Practice.USE) && s.actor() == Actor.BUSINESS && s.actorStated()
                && s.speech() == Speech.ASSERTION
                        && !clause.covers(Concept.REQUEST_TRIGGER, clause.tokens().firstFrom(s.start())));
    }

    /** "We collect your data when you": what stands under it is what readers do, and when data come in. */
    static boolean whenYou(Clause lead) {
        Tokens tokens = lead.tokens();
        int last = lastWord(lead);
        return last > lead.from() && tokens.is(last, "you") && (tokens.is(last - 1, "when") || tokens.is(last - 1, "whenever") || tokens.is(last - 1, "if"))
                && lead.anyStatement(s -> s.practice() == Practice.COLLECT && s.speech() == Speech.ASSERTION);
    }

    /** Whether the clause is about California's Shine the Light law, by its heading or by the sentences before it. */
    static boolean ofShineTheLight(Clause clause, PolicyReading reading) {
        if (!clause.headings().isEmpty() && isShineTheLight(clause.headings().get(0))) {
            return true;
        }
        for (int i = clause.index() - 1; i >= Math.max(0, clause.index() - 2); i--) {
            Clause before = reading.clauses().get(i);
            if (clause.follows(before) && (isShineTheLight(before) || before.has(Concept.NOT_REQUEST) && before.hasWord("1798") && before.hasWord("83"))) {
                return !ofOtherRequests(clause) && (clause.hasWord("law") || clause.hasWord("compliance") || clause.hasWord("disclosure") || clause.hasWord("such")
                        || (clause.hasWord("request") || clause.hasWord("requests")) && !clause.hasAny(Concept.RIGHT, Concept.RIGHT_WORD));
            }
        }
        return false;
    }

    /** "For all other privacy requests". */
    private static boolean ofOtherRequests(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to() && clause.hasWord("other"); i++) {
            if (tokens.is(i, "other") && (tokens.is(i + 1, "requests") || i + 2 < clause.to() && tokens.is(i + 2, "requests"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShineTheLight(Clause clause) {
        return clause.has(Concept.NOT_REQUEST) && (clause.hasWord("shine") || asksWhoMarkets(clause));
    }

    /** "Residents may request information on our disclosures to third parties for direct marketing": that law, unnamed. */
    private static boolean asksWhoMarkets(Clause clause) {
        return clause.hasWord("direct") && clause.hasWord("marketing") && clause.has(Concept.THIRD_PARTY) && (clause.hasWord("request") || clause.hasWord("ask") || clause.hasWord("obtain"))
                && (clause.has(Concept.DISCLOSE) || clause.hasWord("disclosures") || clause.hasWord("disclosure"));
    }

    /** "Learn more here": where more is to be read, and nothing asked for. */
    static boolean tellsMore(Clause clause) {
        Tokens tokens = clause.tokens();
        return clause.to() - clause.from() > 1 && tokens.isAny(clause.from(), READS) && tokens.is(clause.from() + 1, "more") || linksToMore(clause);
    }

    /** "Click here for additional disclosures and a description of your rights": a link behind which there is something to read, and nothing is asked for in the clause. */
    private static boolean linksToMore(Clause clause) {
        Tokens tokens = clause.tokens();
        if (!clause.hasAny(HERE) || clause.hasAny(ASKING) || clause.hasAny(Concept.EMAIL_WORD, Concept.PHONE_WORD)) {
            return false;
        }
        for (int i = clause.from() + 1; i + 2 < clause.to(); i++) {
            if (tokens.is(i, "for") && (tokens.isAny(i + 1, MORE) && (tokens.isAny(i + 2, TOLD) || tokens.is(i + 2, "disclosures")) || tokens.is(i + 1, "a") && tokens.is(i + 2, "description"))) {
                return clause.hasWithin(HERE, clause.from(), i);
            }
        }
        return false;
    }

    /** "We will respond by mail", "we may contact you by telephone", "responses come by post": how the business answers, unless an address stands before it. */
    static boolean answers(Clause clause) {
        Tokens tokens = clause.tokens();
        if (!clause.hasAny(ANSWERS) && !clause.hasAny(TURNS_TO)) {
            return false;
        }
        for (int i = clause.from(); i < clause.to() && tokens.kind(i) != Tokens.Kind.EMAIL; i++) {
            if (tokens.is(i, "receive") && i > clause.from() + 1 && tokens.is(i - 1, "then") && tokens.is(clause.from(), "you")) {
                return true;
            }
            if (tokens.is(i, "how") && i + 2 < clause.to() && tokens.is(i + 1, "our") && tokens.isAny(i + 2, ANSWERS)) {
                return true;
            }
            if (tokens.is(i, "delivery") && i == clause.from() || tokens.is(i, "responses") && i > clause.from() && tokens.is(i - 1, "receive")) {
                return true;
            }
            // "Write to us or call, and we will contact you": the request comes first.
            boolean turns = i + 1 < clause.to() && tokens.isAny(i, TURNS_TO) && tokens.is(i + 1, "you") && !clause.hasWithin(Concept.REQUEST_VERB, clause.from(), i);
            if (tokens.isAny(i, ANSWERS) || turns) {
                for (int k = i - 1; k >= clause.from() && k >= i - 6; k--) {
                    if (clause.covers(Concept.BUSINESS, k) && !tokens.is(k, "us")) {
                        return !asksFirst(clause, k, i);
                    }
                    if (tokens.is(k, "you") || tokens.kind(k) == Tokens.Kind.PUNCTUATION) {
                        break;
                    }
                }
            }
        }
        return false;
    }

    /** "Please fill in our form, and we will respond": the request comes first, and the answer names no way of its own. */
    private static boolean asksFirst(Clause clause, int subject, int answer) {
        int we = subject;
        while (we > clause.from() && clause.covers(Concept.BUSINESS, we - 1)) {
            we--;
        }
        return we > clause.from() && clause.tokens().is(we - 1, "and") && clause.hasWithin(Concept.REQUEST_VERB, clause.from(), we)
                && !clause.hasWithin(Concept.EMAIL_WORD, answer, clause.to()) && !clause.hasWithin(Concept.PHONE_WORD, answer, clause.to())
                && !clause.hasWithin(Concept.MAIL_WORD, answer, clause.to());
    }

    /** "Requests will not be processed by telephone or e-mail": no ways to ask. */
    static boolean turnsDown(Clause clause) {
        if (!clause.has(Concept.NEGATION) || !clause.hasAny(TAKEN_IN)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 3 < clause.to(); i++) {
            boolean passive = tokens.is(i, "not") && tokens.is(i + 1, "be") && tokens.isAny(i + 2, TAKEN_IN);
            boolean active = tokens.is(i, "not") && tokens.isAny(i + 1, TAKEN_IN) && (tokens.is(i + 2, "requests") || tokens.is(i + 3, "requests"));
            for (int k = i + 3; (passive || active) && k < Math.min(clause.to(), i + 7); k++) {
                if (tokens.is(k, "by") || tokens.is(k, "via") || tokens.is(k, "over") || tokens.is(k, "through")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Contact us as described below", "use the contact information in section 12", "with the details in section 3 (Contact)". */
    static boolean pointsElsewhere(Clause clause) {
        Tokens tokens = clause.tokens();
        int told = clause.indexOf('(') < 0 && clause.indexOf('"') < 0 ? clause.to() : clause.from() + 1;
        for (int i = told; i + 2 < clause.to(); i++) {
            if (tokens.isAny(i, TOLD) && tokens.isAny(i - 1, THE) && clause.hasWithin(SECTIONS, i + 1, i + NEAR) && clause.hasWithin(Concept.CONTACT_CUE, i + 1, i + 2 * NEAR)) {
                return true;
            }
        }
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            boolean contacts = tokens.is(i, "contact") || tokens.is(i, "contacting");
            if (contacts && (tokens.is(i + 1, "us") || tokens.is(i + 1, "information") || tokens.is(i + 1, "details"))) {
                boolean us = tokens.is(i + 1, "us");
                for (int k = i + 2; k < Math.min(clause.to(), i + 10); k++) {
                    if (tokens.isAny(k, ELSEWHERE) || !us && (tokens.is(k, "bottom") || tokens.is(k, "end"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** "Complain to the commissioner through their website": who watches over the business, and is not asked in its stead. */
    static boolean toAuthority(Clause clause) {
        if (!clause.hasAny(WATCHES) || clause.hasWord("officer")) {
            return false;
        }
        Tokens tokens = clause.tokens();
        boolean theirs = clause.hasWord("complain") || clause.hasWord("complaint") || clause.hasWord("lodge");
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "us") || tokens.is(i, "our")) {
                return false;
            }
            boolean reached = i + 2 < clause.to() && (tokens.is(i, "contacting") || tokens.is(i, "contact") || tokens.is(i, "visiting"));
            theirs |= reached && (tokens.isAny(i + 1, WATCHES) || clause.hasWithin(WATCHES, i + 1, i + WATCHED));
        }
        return theirs;
    }

    /** "Contact us as listed above to appeal a decision on your request": against an answer, not for one. */
    static boolean appeals(Clause clause) {
        if (!clause.hasWord("appeal") || !clause.has(Concept.REQUEST_TRIGGER)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        int asks = clause.first(Concept.REQUEST_TRIGGER).from();
        for (int i = clause.from() + 1; i < asks; i++) {
            if (tokens.is(i, "appeal") && tokens.is(i - 1, "to")) {
                return true;
            }
        }
        return false;
    }

    /** "If you are dissatisfied with our refusal, write to the board": the same, whatever it says of rights. */
    static boolean contests(Clause clause) {
        for (Mention mention : clause.has(Concept.NOT_REQUEST) ? clause.mentions(Concept.NOT_REQUEST) : List.<Mention>of()) {
            if (clause.tokens().isAny(mention.from(), CONTESTS)) {
                return true;
            }
        }
        return false;
    }

    /** "Please contact us": no more than that. */
    static boolean invites(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "contact") || tokens.is(i, "contacting")) && tokens.is(i + 1, "us")) {
                return true;
            }
        }
        return false;
    }

    /** "In one of the other ways described below". */
    static boolean otherMeans(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "means") || tokens.is(i, "ways")) && tokens.is(i - 1, "other") && tokens.isAny(i + 1, ELSEWHERE)) {
                return true;
            }
        }
        return false;
    }

    /** "By writing to us at the address below", "at the address in section 1": on paper or by e-mail, as the address is. */
    static boolean writesElsewhere(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "write") || tokens.is(i, "writing")) && tokens.is(i + 1, "to")) {
                for (int k = i + 2; k < Math.min(clause.to(), i + 10); k++) {
                    if (tokens.isAny(k, ELSEWHERE)) {
                        return !clause.hasFigures() || tokens.is(k, "section");
                    }
                }
            }
        }
        return false;
    }

    /** "A written request to the postal or e-mail address below": whether either address will do. */
    static boolean eitherAddress(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 2; i + 1 < clause.to(); i++) {
            boolean joined = tokens.is(i, "or") && (postal(clause, i - 1) && clause.covers(Concept.EMAIL_WORD, i + 1) || clause.covers(Concept.EMAIL_WORD, i - 1) && postal(clause, i + 1));
            int the = i - 2;
            while (joined && the > clause.from() && (postal(clause, the) || clause.covers(Concept.EMAIL_WORD, the))) {
                the--;
            }
            if (joined && tokens.isAny(the, ADDRESSED)) {
                return clause.hasWithin(ELSEWHERE, i + 2, clause.to());
            }
        }
        return false;
    }

    private static boolean postal(Clause clause, int token) {
        return clause.covers(Concept.MAIL_WORD, token) || clause.tokens().is(token, "postal");
    }

    /** "This can usually be done by …", "you may do so by …", "to do so, …". */
    static boolean doesThis(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.to() - clause.from() > 2 && tokens.is(clause.from(), "to") && tokens.is(clause.from() + 1, "do") && tokens.isAny(clause.from() + 2, THIS)) {
            return true;
        }
        for (int i = clause.from() + 2; i + 1 < Math.min(clause.to(), clause.from() + NEAR); i++) {
            boolean passive = tokens.is(clause.from(), "this") && tokens.is(i, "be") && tokens.isAny(i + 1, DONE);
            boolean active = tokens.is(clause.from(), "you") && tokens.is(i, "do") && tokens.isAny(i + 1, THIS);
            if (passive || active) {
                return true;
            }
        }
        return false;
    }

    static boolean endsOpen(Clause clause) {
        return clause.tokens().is(clause.to() - 1, ':');
    }
}
