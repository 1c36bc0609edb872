package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Link;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ways named for exercising the rights or, where no such way is named, for privacy questions. */
final class RequestMethodsExtractor {
    private static final int FOLLOWING = 8;
    private static final WordSet ELSEWHERE = WordSet.of("below", "above", "section", "described", "details", "provided", "listed", "set", "indicated", "appendix", "specified");
    private static final WordSet ANSWERS = WordSet.of("respond", "deliver", "response", "verify", "delivery", "responses", "receive");
    private static final WordSet PARENTS = WordSet.of("parent", "parents", "guardian", "minor", "minors");

    private static final WordSet CAME_IN = WordSet.of("provided", "collected", "obtained", "received", "gathered", "submitted", "collect", "collects", "gather", "hold");
    private static final WordSet TAKEN = WordSet.of("request", "requests", "contact", "form", "submit", "ticket", "issue", "rights");
    private static final WordSet TOLD = WordSet.of("authenticated", "verified", "confirmed", "acknowledged", "notified", "informed", "identity");
    /** Behind a request in a list's lead: what is to be told in it follows. */
    private static final WordSet DEMANDS = WordSet.of("must", "should", "your", "include", "includes", "including", "contain", "contains", "provide");
    /** Where one goes on foot. */
    private static final WordSet PREMISES = WordSet.of("store", "stores", "storefront", "office", "offices", "branch", "branches", "location", "locations", "shop", "shops", "clinic", "showroom",
            "restaurant", "dealership", "person");
    /** What is done with a link that is not there yet. */
    private static final WordSet PROMISED = WordSet.of("provide", "add", "post", "include", "offer", "display", "publish", "place", "give");
    private static final WordSet MORE = WordSet.of("more", "additional", "further");
    private static final WordSet SITE = WordSet.of("site", "website", "web", "page", "webpage");
    private static final WordSet FILLS = WordSet.of("fill", "filling", "filled");
    /** Behind "in a form": words that say what the form is like. */
    private static final WordSet OF_WHAT = WordSet.of("that", "which", "where", "permitting", "allowing", "identifying");
    /** Behind "here" where it means this policy: "if anything here is unclear". */
    private static final WordSet STANDS = WordSet.of("is", "are", "applies", "apply", "does", "do");
    /** Before "here" where it means this policy: "except as described here". */
    private static final WordSet SAID = WordSet.of("described", "stated", "explained", "outlined", "disclosed", "mentioned", "set");
    private static final WordSet TAKEN_IN = WordSet.of("processed", "accepted", "honored", "taken", "accept", "process", "take", "honor");
    private static final WordSet AUXILIARIES = WordSet.of("do", "may", "can", "will", "also", "might", "could");
    private static final WordSet GAINED = WordSet.of("obtain", "access", "view", "see", "know", "review");
    private static final WordSet AWAY = WordSet.of("other", "third", "external", "outside", "websites", "sites", "various", "additional", "leave");
    /** Before "links" that are to be followed: not "which links", "contain links", "password recovery links". */
    private static final WordSet LEADS = WordSet.of("the", "these", "those", "following", "our", "below", "appropriate", "relevant", "out", "request", "using", "via", "through", "by");
    private static final int NEAR = 5;
    /** Tokens of a name in quotes with a preposition before it: "on the "My Account"". */
    private static final int QUOTED = 6;
    /** Words of a line in a table of contents, at most. */
    private static final int TITLE = 8;
    /** Clauses from "you may contact us:" to the first way, at most. */
    private static final int ANSWERED = 3;
    /** Tokens from "write to our" to the e-mail address of who is named there: "write to our Privacy Officer, Ada Heron, at …". */
    private static final int MAILBOX = 12;
    /** Figures of a telephone number, at most. */
    private static final int FIGURES = 15;

    private final Regions regions;
    private final Quotes quotes;

    RequestMethodsExtractor(Regions regions, Quotes quotes) {
        this.regions = regions;
        this.quotes = quotes;
    }

    SetFact<RequestMethod> extract(PolicyReading reading) {
        Map<RequestMethod, List<Evidence>> requests = new EnumMap<>(RequestMethod.class);
        Map<RequestMethod, List<Evidence>> contacts = new EnumMap<>(RequestMethod.class);
        Map<RequestMethod, List<Evidence>> besideRights = new EnumMap<>(RequestMethod.class);
        boolean pointsToContacts = false;
        Clause awaiting = null;
        Clause written = null;
        Clause linked = null;
        int open = -FOLLOWING;
        int contact = -FOLLOWING;
        for (Clause clause : reading.clauses()) {
            if (regions.isForeign(clause) || speaksOfParents(clause) || answers(clause) || gathers(clause)
                    || clause.lead() != null && (whenYou(clause.lead()) || demands(clause.lead())) || introduces(clause) || someDay(clause) || turnsDown(clause)) {
                continue;
            }
            if (ofShineTheLight(clause, reading)) {
                open = -FOLLOWING;
                contact = -FOLLOWING;
                continue;
            }
            boolean trigger = triggers(clause);
            boolean brief = clause.to() - clause.from() <= 22 && !clause.anyStatement(s -> s.actorStated() && s.speech() == Speech.ASSERTION);
            boolean continues = !trigger && clause.index() - open <= FOLLOWING && !clause.isHeading() && sameSection(reading, clause, open)
                    && (brief || clause.has(Concept.REQUEST_VERB) && clause.index() - open <= 2) && !clause.has(Concept.NOT_REQUEST) && !asksQuestions(clause);
            boolean item = itemOfRequests(clause);
            if (trigger || continues || item) {
                Set<RequestMethod> methods = methods(clause, reading, true);
                for (RequestMethod method : methods) {
                    requests.computeIfAbsent(method, m -> new ArrayList<>()).add(quotes.of(clause, 0.9));
                }
                written = writesElsewhere(clause) ? clause : written;
                if (trigger) {
                    open = clause.index();
                    boolean points = clause.has(Concept.CONTACT_CUE) && pointsElsewhere(clause, methods) || otherMeans(clause);
                    awaiting = points && endsOpen(clause) ? clause : awaiting;
                    pointsToContacts |= points && !endsOpen(clause);
                } else if (!methods.isEmpty()) {
                    awaiting = awaiting != null && clause.index() - awaiting.index() <= ANSWERED ? null : awaiting;
                    open = Math.max(open, clause.index() - FOLLOWING / 2);
                }
            }
            if (!trigger && turnsToQuestions(clause)) {
                open = -FOLLOWING;
            }
            boolean section = !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.CONTACT_CUE);
            boolean asks = clause.has(Concept.CONTACT_CUE) && !clause.has(Concept.NOT_REQUEST) && !(brief && clause.tokens().is(clause.to() - 1, '?') && clause.hasWord("you"));
            if (requests.isEmpty() && (brief || section && asks) && !clause.isHeading() && clause.underHeading(Concept.RIGHT_FRAME)
                    && !clause.hasAny(Concept.NOT_REQUEST, Concept.NEGATION)) {
                for (RequestMethod method : methods(clause, reading, true)) {
                    besideRights.computeIfAbsent(method, m -> new ArrayList<>()).add(quotes.of(clause, 0.75));
                }
            }
            if (SelfService.offeredBy(clause) && manages(clause)) {
                requests.computeIfAbsent(RequestMethod.ACCOUNT, m -> new ArrayList<>()).add(quotes.of(clause, 0.9));
            }
            if (asks) {
                contact = clause.index();
                linked = clause.words() > 3 && linksOf(clause, reading).stream().anyMatch(link -> takesRequests(clause, link)) ? clause : linked;
            }
            if (asks && !clause.has(Concept.HEAD_COLLECT) && clause.lead() == null || section || clause.index() - contact <= FOLLOWING && brief
                    && sameSection(reading, clause, contact)) {
                for (RequestMethod method : methods(clause, reading, false)) {
                    contacts.computeIfAbsent(method, m -> new ArrayList<>()).add(quotes.of(clause, 0.75));
                }
            }
        }
        if (written != null) {
            RequestMethod address = contacts.containsKey(RequestMethod.EMAIL) && !contacts.containsKey(RequestMethod.MAIL) ? RequestMethod.EMAIL : RequestMethod.MAIL;
            requests.putIfAbsent(address, contacts.getOrDefault(address, List.of(quotes.of(written, 0.9))));
        }
        if (requests.isEmpty()) {
            requests.putAll(besideRights);
        }
        if (requests.isEmpty() && linked != null) {
            contacts.putIfAbsent(RequestMethod.WEB_FORM, List.of(quotes.of(linked, 0.75)));
        }
        if (requests.keySet().equals(EnumSet.of(RequestMethod.ACCOUNT)) || requests.isEmpty() || pointsToContacts || awaiting != null) {
            contacts.forEach(requests::putIfAbsent);
        }
        List<Evidence> evidence = new ArrayList<>();
        requests.values().forEach(list -> evidence.add(Quotes.best(list).get(0)));
        return new SetFact<>(List.copyOf(requests.keySet()), evidence);
    }

    /** Whether the account is where the consumer reviews, changes or deletes information, not what a request is checked against. */
    private static boolean manages(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean manages = clause.hasAny(Concept.RIGHT, Concept.RIGHT_WORD)
                || clause.to() - clause.from() <= 30 && !clause.anyStatement(s -> s.actorStated() && s.actor() != Actor.CONSUMER && s.speech() == Speech.ASSERTION);
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "verify") || tokens.is(i, "verification") || tokens.is(i, "device") || tokens.is(i, "android") || tokens.is(i, "ios")
                    || tokens.is(i, "authenticate")) {
                return false;
            }
        }
        return manages;
    }

    /** "Contact us as described below", "use the contact information in section 12". */
    private static boolean pointsElsewhere(Clause clause, Set<RequestMethod> methods) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            boolean contacts = tokens.is(i, "contact") || tokens.is(i, "contacting");
            if (contacts && (tokens.is(i + 1, "us") || tokens.is(i + 1, "information") || tokens.is(i + 1, "details"))) {
                boolean us = tokens.is(i + 1, "us");
                for (int k = i + 2; k < Math.min(clause.to(), i + 10); k++) {
                    if (tokens.isAny(k, ELSEWHERE) || !us && (tokens.is(k, "bottom") || tokens.is(k, "end"))) {
                        return true;
                    }
                }
                if (us && methods.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "In one of the other ways described below". */
    private static boolean otherMeans(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "means") || tokens.is(i, "ways")) && tokens.is(i - 1, "other") && tokens.isAny(i + 1, ELSEWHERE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNumber(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (clause.tokens().kind(i) == Tokens.Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksQuestions(Clause clause) {
        return clause.hasWord("question") || clause.hasWord("questions");
    }

    /** "If you have questions about this policy, contact:", "for more information, write to": no request is meant by the addresses that follow. */
    private static boolean turnsToQuestions(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean inform = clause.to() - clause.from() > 2 && tokens.is(clause.from(), "for") && tokens.isAny(clause.from() + 1, MORE) && tokens.is(clause.from() + 2, "information");
        return clause.has(Concept.CONTACT_CUE) && (inform || asksQuestions(clause));
    }

    /** Whether a form or portal is named, not "in the form of", "kept in a form that identifies you". */
    private static boolean hasForm(Clause clause, boolean exercise) {
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.WEB_FORM_WORD && mention.entry().name().equals("strong")
                    && !(mention.to() < clause.to() && clause.tokens().is(mention.to(), "of")) && !ofKeeping(clause, mention) && (exercise || !cameInBy(clause, mention))) {
                return true;
            }
        }
        return false;
    }

    /** "Provided through our contact form": where data came from. */
    private static boolean cameInBy(Clause clause, Mention form) {
        for (int i = clause.from(); i < form.from(); i++) {
            if (clause.tokens().isAny(i, CAME_IN)) {
                return !clause.hasWord("you");
            }
        }
        return false;
    }

    /** "Do Not Sell My Personal Information", "Your Privacy Choices" over a section or in a table of contents: what it is about, not a link to follow. */
    private static boolean titled(Clause clause, PolicyReading reading) {
        boolean named = clause.hasWord("sell") || clause.hasWord("choices");
        if (!named || clause.hasWord("form") || clause.hasWord("click") || !clause.isHeading() && clause.words() > TITLE) {
            return false;
        }
        List<Link> links = reading.document().links().stream().filter(link -> link.start() < clause.end() && link.end() > clause.start()).toList();
        return (clause.isHeading() || !links.isEmpty()) && links.stream().allMatch(link -> link.target().startsWith("#"));
    }

    private static boolean ofKeeping(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        return mention.from() > clause.from() + 1 && (tokens.is(mention.from() - 1, "in") || tokens.is(mention.from() - 1, "into")) && !tokens.isAny(mention.from() - 2, FILLS)
                && mention.to() < clause.to() && tokens.isAny(mention.to(), OF_WHAT);
    }

    /** Whether a page or link is named where one goes, not where data came in: "click here", not "data that you provided through our site". */
    private static boolean leadsOnline(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions()) {
            if (mention.concept() != Concept.WEB_FORM_WORD || !mention.entry().name().equals("any")) {
                continue;
            }
            boolean cameIn = false;
            for (int i = Math.max(clause.from(), mention.from() - NEAR); i < mention.from(); i++) {
                cameIn |= tokens.isAny(i, CAME_IN);
            }
            int next = Math.min(mention.to(), clause.to() - 1);
            boolean verb = tokens.is(mention.from(), "link") && tokens.is(next, "your");
            boolean toAccount = tokens.is(mention.to() - 1, "link") && clause.hasWithin(Concept.ACCOUNT_WORD, mention.from() - QUOTED, mention.from())
                    || tokens.word(mention.from()).startsWith("click") && clause.hasWithin(Concept.ACCOUNT_WORD, mention.to(), mention.to() + QUOTED);
            boolean inMail = tokens.is(mention.to() - 1, "link") && clause.hasWithin(Concept.EMAIL_WORD, mention.to(), mention.to() + NEAR);
            boolean mailbox = tokens.kind(next) == Tokens.Kind.EMAIL || tokens.is(next, ':') && next + 1 < clause.to() && tokens.kind(next + 1) == Tokens.Kind.EMAIL;
            boolean opens = tokens.is(mention.from(), "here") && mention.to() == mention.from() + 1
                    && (mention.from() == clause.from() || tokens.isAny(next, STANDS) || tokens.isAny(mention.from() - 1, SAID) && tokens.kind(next) == Tokens.Kind.PUNCTUATION);
            boolean own = tokens.is(next, "your") && SelfService.place(clause, next) || tokens.isAny(mention.to() - 1, SITE) && SelfService.named(clause);
            if (!cameIn && !verb && !own && !toAccount && !toPremises(clause, mention) && !linksAway(clause, mention) && !inMail && !mailbox && !opens
                    && !clause.hasWithin(Concept.ACCOUNT_WORD, mention.from() - 2, mention.to() + 1)
                    && !clause.covers(Concept.ACCOUNT_WORD, mention.from())) {
                return true;
            }
        }
        return false;
    }

    /** "Visit our shop", "visit us at 4 Quay Road": no page. */
    private static boolean toPremises(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.to(); tokens.word(mention.from()).startsWith("visit") && i < Math.min(clause.to(), mention.to() + NEAR) && tokens.kind(i) != Tokens.Kind.URL; i++) {
            if (tokens.isAny(i, PREMISES) || tokens.kind(i) == Tokens.Kind.NUMBER && tokens.is(i - 1, "at")) {
                return true;
            }
        }
        return false;
    }

    /** "The site may contain links to other sites", "which links you click": where others' pages are, or what is counted. */
    private static boolean linksAway(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        if (mention.to() != mention.from() + 1 || !tokens.is(mention.from(), "links")) {
            return false;
        }
        boolean away = mention.to() + 1 < clause.to() && tokens.is(mention.to(), "to") && tokens.isAny(mention.to() + 1, AWAY);
        return away || mention.from() == clause.from() || !tokens.isAny(mention.from() - 1, LEADS);
    }

    /** "By writing to us at the address below": on paper or by e-mail, as the address is. */
    private static boolean writesElsewhere(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if ((tokens.is(i, "write") || tokens.is(i, "writing")) && tokens.is(i + 1, "to")) {
                for (int k = i + 2; k < Math.min(clause.to(), i + 10); k++) {
                    if (tokens.isAny(k, ELSEWHERE)) {
                        return !clause.hasFigures();
                    }
                }
            }
        }
        return false;
    }

    private static boolean byMail(Clause clause) {
        if (writesElsewhere(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            boolean writeTo = (tokens.is(i, "write") || tokens.is(i, "writing")) && tokens.is(i + 1, "to");
            int whom = i + 3 < clause.to() && (tokens.is(i + 2, "the") || tokens.is(i + 2, "our")) ? i + 3 : i + 2;
            if (writeTo && (tokens.kind(whom) == Tokens.Kind.NUMBER || tokens.kind(whom) == Tokens.Kind.WORD && tokens.capitalized(whom) && hasNumber(clause))) {
                return true;
            }
        }
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.MAIL_WORD && toAddressOnline(clause, mention)) {
                continue;
            }
            boolean element = tokens.is(mention.to() - 1, "address") && (clause.has(Concept.ELEMENT, "name") || clause.has(Concept.COLUMN_EXAMPLES));
            if (mention.concept() == Concept.MAIL_WORD && mention.entry().name().equals("by") && !element
                    && (mention.from() == clause.from() || !clause.tokens().is(mention.from() - 1, "e"))) {
                return true;
            }
        }
        return false;
    }

    /** "Writing to us at privacy@heron.example", "a letter certifying that the agent may act": no request by post. */
    private static boolean toAddressOnline(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.to(); i < Math.min(clause.to(), mention.to() + MAILBOX) && tokens.kind(i) != Tokens.Kind.NUMBER; i++) {
            if (tokens.kind(i) == Tokens.Kind.EMAIL) {
                return !tokens.is(mention.to() - 1, "letter");
            }
        }
        return clause.hasWord("agent") && (clause.hasWord("certifying") || clause.hasWord("signed"));
    }

    private static boolean triggers(Clause clause) {
        return clause.has(Concept.REQUEST_TRIGGER) && !gains(clause) && (!clause.has(Concept.NOT_REQUEST) || exercises(clause) || RightsExtractor.several(clause));
    }

    /** "If we do obtain your information", "we can see your records": what the business gets, and nothing else that is asked for. */
    private static boolean gains(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions()) {
            int we = mention.from() > clause.from() && tokens.isAny(mention.from() - 1, AUXILIARIES) ? mention.from() - 2 : mention.from() - 1;
            if (mention.concept() == Concept.REQUEST_TRIGGER && !(tokens.isAny(mention.from(), GAINED) && we >= clause.from() && tokens.is(we, "we"))) {
                return false;
            }
        }
        return true;
    }

    /** "To exercise these rights, unsubscribe or contact us", "requests to exercise your rights or this notice in another format": rights are spoken of, whatever else is. */
    private static boolean exercises(Clause clause) {
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.REQUEST_TRIGGER && clause.tokens().is(mention.from(), "exercise")
                    && (mention.from() <= clause.from() + 1 || clause.tokens().is(mention.to() - 1, "rights") && !clause.hasWord("how"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause stands, at whatever depth, in a list of ways to make requests: under a heading there are other choices, too. */
    private static boolean itemOfRequests(Clause clause) {
        for (Clause lead = clause.lead(); lead != null; lead = lead.lead()) {
            if (triggers(lead) && !(lead.isHeading() && clause.has(Concept.NOT_REQUEST))) {
                return true;
            }
        }
        return false;
    }

    /** "A request must:", "please include your:": what is to be told in a request stands under it. */
    private static boolean demands(Clause lead) {
        int last = lead.to() - 1;
        while (last > lead.from() && lead.tokens().kind(last) == Tokens.Kind.PUNCTUATION) {
            last--;
        }
        boolean told = lead.tokens().is(last, "information") && lead.tokens().is(Math.max(lead.from(), last - 1), "following")
                && (lead.hasWord("provide") || lead.hasWord("include"));
        return !lead.isHeading() && (told || lead.tokens().isAny(last, DEMANDS));
    }

    private static boolean sameSection(PolicyReading reading, Clause clause, int other) {
        return other >= 0 && reading.clauses().get(other).block().section() == clause.block().section();
    }

    private static boolean speaksOfParents(Clause clause) {
        if (clause.hasAny(PARENTS)) {
            return true;
        }
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions()) {
            int child = mention.from();
            if (mention.concept() == Concept.CHILD && child > clause.from()
                    && (tokens.is(child - 1, "your") || tokens.is(child - 1, "that") || tokens.is(child, "child") && child + 1 < clause.to() && tokens.is(child + 1, "under"))) {
                return true;
            }
        }
        return false;
    }

    /** "This policy explains how you can correct …": what follows is said elsewhere. */
    private static boolean introduces(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i < Math.min(clause.to(), clause.from() + 6) && tokens.is(clause.from(), "this"); i++) {
            if (tokens.is(i, "explains") || tokens.is(i, "describes") || tokens.is(i, "outlines")) {
                return true;
            }
        }
        return false;
    }

    /** "If this changes, we will provide a link": no way yet. */
    private static boolean someDay(Clause clause) {
        Tokens tokens = clause.tokens();
        int first = clause.from() + 2 < clause.to() && tokens.is(clause.from(), "however") && tokens.is(clause.from() + 1, ',') ? clause.from() + 2 : clause.from();
        for (int i = first + 1; tokens.is(first, "if") && i + 2 < clause.to() && !tokens.is(i, "you"); i++) {
            if (tokens.is(i, "we") && tokens.is(i + 1, "will") && tokens.isAny(i + 2, PROMISED)) {
                return true;
            }
        }
        return false;
    }

    /** "When you fill in a form, we collect …": what is gathered then is no answer to a request; that "requests can be submitted" is. */
    private static boolean gathers(Clause clause) {
        boolean opens = clause.anyStatement(s -> s.practice() == Practice.COLLECT && s.actor() == Actor.BUSINESS && s.speech() == Speech.ASSERTION
                && clause.tokens().firstFrom(s.start()) - clause.from() <= 3 && clause.tokens().is(clause.from(), "we"));
        return opens || !clause.hasAny(Concept.RIGHT, Concept.RIGHT_FRAME)
                && clause.anyStatement(s -> (s.practice() == Practice.COLLECT || s.practice() == Practice.USE) && s.actor() == Actor.BUSINESS && s.actorStated()
                && s.speech() == Speech.ASSERTION
                        && !clause.covers(Concept.REQUEST_TRIGGER, clause.tokens().firstFrom(s.start())));
    }

    /** "We collect your data when you": what stands under it is what readers do, and when data come in. */
    private static boolean whenYou(Clause lead) {
        Tokens tokens = lead.tokens();
        int last = lead.to() - 1;
        while (last > lead.from() && tokens.kind(last) == Tokens.Kind.PUNCTUATION) {
            last--;
        }
        return last > lead.from() && tokens.is(last, "you") && (tokens.is(last - 1, "when") || tokens.is(last - 1, "whenever") || tokens.is(last - 1, "if"))
                && lead.anyStatement(s -> s.practice() == Practice.COLLECT && s.speech() == Speech.ASSERTION);
    }

    /** Whether the clause is about California's Shine the Light law, by its heading or by the sentences before it. */
    private static boolean ofShineTheLight(Clause clause, PolicyReading reading) {
        if (!clause.headings().isEmpty() && isShineTheLight(clause.headings().get(0))) {
            return true;
        }
        for (int i = clause.index() - 1; i >= Math.max(0, clause.index() - 2); i--) {
            Clause before = reading.clauses().get(i);
            if (before.blockIndex() == clause.blockIndex() && (isShineTheLight(before) || before.has(Concept.NOT_REQUEST) && before.hasWord("1798") && before.hasWord("83"))) {
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
        return clause.has(Concept.NOT_REQUEST) && clause.hasWord("shine");
    }

    /** "We will respond by mail", "responses come by post": how the business answers, unless an address stands before it. */
    private static boolean answers(Clause clause) {
        Tokens tokens = clause.tokens();
        if (!clause.hasAny(ANSWERS)) {
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
            if (tokens.isAny(i, ANSWERS)) {
                for (int k = i - 1; k >= clause.from() && k >= i - 6; k--) {
                    if (tokens.is(k, "we")) {
                        return true;
                    }
                    if (tokens.is(k, "you") || tokens.kind(k) == Tokens.Kind.PUNCTUATION) {
                        break;
                    }
                }
            }
        }
        return false;
    }

    private static Set<RequestMethod> methods(Clause clause, PolicyReading reading, boolean exercise) {
        Set<RequestMethod> methods = EnumSet.noneOf(RequestMethod.class);
        Tokens tokens = clause.tokens();
        boolean email = false;
        boolean form = hasForm(clause, exercise) && !titled(clause, reading);
        for (int i = clause.from(); i < clause.to(); i++) {
            email |= tokens.kind(i) == Tokens.Kind.EMAIL;
            if (clause.hasFigures() && (phone(tokens, i, clause.to()) || international(tokens, i, clause)) && !toFax(clause, i)) {
                methods.add(RequestMethod.PHONE);
            }
            if (tokens.kind(i) == Tokens.Kind.URL && exercise && !clause.hasWithin(Concept.ACCOUNT_WORD, i - NEAR, i)
                    && (clause.has(Concept.REQUEST_TRIGGER) && clause.hasAny(Concept.REQUEST_VERB, Concept.WEB_FORM_WORD)
                    || labelled(clause, i) && (itemOfRequests(clause) || asked(clause, reading))
                    || hasPath(tokens.text(i)) && (clause.words() <= 1 || clause.hasAny(Concept.REQUEST_VERB, Concept.WEB_FORM_WORD)))) {
                methods.add(RequestMethod.WEB_FORM);
            }
        }
        for (Link link : linksOf(clause, reading)) {
            if (mailbox(link)) {
                email = true;
            } else if (link.target().startsWith("tel:")) {
                methods.add(RequestMethod.PHONE);
            } else if (exercise && (form || leadsOnline(clause) || clause.has(Concept.REQUEST_TRIGGER) && takesRequests(clause, link))) {
                methods.add(RequestMethod.WEB_FORM);
            }
        }
        boolean named = exercise || clause.has(Concept.CONTACT_CUE) && listsWays(clause);
        if (email || named && byEmail(clause)) {
            methods.add(RequestMethod.EMAIL);
        }
        if (exercise && leadsOnline(clause) || form) {
            methods.add(RequestMethod.WEB_FORM);
        }
        if (byMail(clause) || PostalAddress.in(clause) || !exercise && clause.has(Concept.MAIL_WORD, "address") && hasNumber(clause)) {
            methods.add(RequestMethod.MAIL);
        }
        if (exercise && SelfService.named(clause) && manages(clause) && (clause.hasAny(Concept.REQUEST_TRIGGER, Concept.REQUEST_VERB) || SelfService.acts(clause)
                || clause.hasWord("yourself"))) {
            methods.add(RequestMethod.ACCOUNT);
        }
        if (named && clause.has(Concept.PHONE_WORD, "by")) {
            methods.add(RequestMethod.PHONE);
        }
        return methods;
    }

    /** "Fax to 425 555 0144": a number nobody speaks at. */
    private static boolean toFax(Clause clause, int number) {
        Tokens tokens = clause.tokens();
        for (int i = number - 1; i >= clause.from() && i >= number - 5 && !tokens.is(i, "or") && !tokens.is(i, "phone") && !tokens.is(i, "call"); i--) {
            if (tokens.is(i, "fax")) {
                return tokens.is(Math.min(i + 1, clause.to() - 1), "to") || tokens.is(Math.min(i + 1, clause.to() - 1), ':') || tokens.is(Math.min(i + 1, clause.to() - 1), "at");
            }
        }
        return false;
    }

    /** "Requests will not be processed by telephone or e-mail": no ways to ask. */
    private static boolean turnsDown(Clause clause) {
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

    /** Whether e-mail is a way to ask, not one to be told or checked: "verified by e-mail". */
    private static boolean byEmail(Clause clause) {
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.EMAIL_WORD && mention.entry().name().equals("by")
                    && (mention.from() == clause.from() || !clause.tokens().isAny(mention.from() - 1, TOLD))) {
                return true;
            }
        }
        return false;
    }

    /** "You may contact us by e-mail, US mail or phone": the ways themselves, wherever their addresses stand. */
    private static boolean listsWays(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            if (tokens.is(i, "by") && clause.hasWithin(Concept.CONTACT_CUE, Math.max(clause.from(), i - MAILBOX), i)
                    && (clause.covers(Concept.EMAIL_WORD, i + 1) || clause.covers(Concept.PHONE_WORD, i + 1) || clause.covers(Concept.MAIL_WORD, i + 1))) {
                return !clause.hasWord("when") && !clause.anyStatement(s -> s.actor() == Actor.BUSINESS && s.actorStated() && s.speech() == Speech.ASSERTION);
            }
        }
        return false;
    }

    private static boolean mailbox(Link link) {
        String target = link.target().toLowerCase(Locale.ROOT);
        return target.startsWith("mailto:") || target.contains("email-protection");
    }

    /** "Submit a [data subject request]", "[contact us] to exercise": a link out of the policy that is named for what it takes. */
    private static boolean takesRequests(Clause clause, Link link) {
        Tokens tokens = clause.tokens();
        if (link.target().startsWith("#") || mailbox(link) || link.target().startsWith("tel:")) {
            return false;
        }
        for (int i = tokens.firstFrom(Math.max(link.start(), clause.start())); i < clause.to() && tokens.end(i) <= link.end(); i++) {
            if (tokens.isAny(i, TAKEN)) {
                return true;
            }
        }
        return false;
    }

    /** "Website: heron.example": what one is told to go to. */
    private static boolean labelled(Clause clause, int url) {
        return url - 2 >= clause.from() && clause.tokens().is(url - 1, ':') && (clause.tokens().isAny(url - 2, SITE) || clause.tokens().is(url - 2, "online"));
    }

    /** Whether the sentence before it is one on requests that the ways follow: "submit a request by:". */
    private static boolean asked(Clause clause, PolicyReading reading) {
        return clause.index() > 0 && endsOpen(reading.clauses().get(clause.index() - 1)) && triggers(reading.clauses().get(clause.index() - 1));
    }

    private static boolean endsOpen(Clause clause) {
        return clause.tokens().is(clause.to() - 1, ':');
    }

    /** Whether an address leads to a page, rather than to a site's front door. */
    private static boolean hasPath(String url) {
        int host = url.indexOf("://");
        int slash = url.indexOf('/', host < 0 ? 0 : host + 3);
        return slash > 0 && slash < url.length() - 1;
    }

    private static List<Link> linksOf(Clause clause, PolicyReading reading) {
        List<Link> links = reading.document().links();
        int low = 0;
        int high = links.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (links.get(middle).start() < clause.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < links.size() && links.get(end).start() < clause.end()) {
            end++;
        }
        return links.subList(low, end);
    }

    /** Whether a telephone number begins at the token: groups of three, three and four figures. */
    private static boolean phone(Tokens tokens, int i, int to) {
        if (tokens.kind(i) != Tokens.Kind.NUMBER || tokens.end(i) - tokens.start(i) != 3) {
            return false;
        }
        int second = nextNumber(tokens, i + 1, to);
        if (second < 0) {
            return letters(tokens, i, to);
        }
        int length = tokens.end(second) - tokens.start(second);
        int third = nextNumber(tokens, second + 1, to);
        return length == 3 && third >= 0 && tokens.end(third) - tokens.start(third) == 4 || length == 7;
    }

    /** "+44 20 7946 0958", or "0303 123 1113" beside a word of telephones: figures in groups of any length, eight or more. */
    private static boolean international(Tokens tokens, int i, Clause clause) {
        boolean plus = i > clause.from() && tokens.is(i - 1, '+');
        if (tokens.kind(i) != Tokens.Kind.NUMBER || !plus && !(clause.has(Concept.PHONE_WORD) && tokens.end(i) - tokens.start(i) >= 2)) {
            return false;
        }
        int figures = 0;
        for (int next = i; next >= 0 && figures <= FIGURES; next = nextNumber(tokens, next + 1, clause.to())) {
            figures += tokens.end(next) - tokens.start(next);
        }
        return figures >= 8 && figures <= FIGURES;
    }

    /** "888-OPT-OUT": a number spelled in capital letters. */
    private static boolean letters(Tokens tokens, int i, int to) {
        return i + 2 < to && tokens.is(i + 1, '-') && tokens.kind(i + 2) == Tokens.Kind.WORD && tokens.text(i + 2).equals(tokens.text(i + 2).toUpperCase(Locale.ROOT))
                && tokens.number(i) >= 800;
    }

    private static int nextNumber(Tokens tokens, int from, int to) {
        for (int i = from; i < Math.min(to, from + 3); i++) {
            if (tokens.kind(i) == Tokens.Kind.NUMBER) {
                return i;
            }
            if (tokens.kind(i) != Tokens.Kind.PUNCTUATION) {
                return -1;
            }
        }
        return -1;
    }
}
