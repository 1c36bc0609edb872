package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement.Speech;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways named for exercising the rights or, where no such way is named, for privacy questions. */
final class RequestMethodsExtractor {
    private static final int FOLLOWING = 8;
    /** Clauses from "you may contact us:" to the first way, at most. */
    private static final int ANSWERED = 3;
    /** Tokens of a clause that names a way and says little else, at most. */
    private static final int BRIEF = 22;
    private static final double EXERCISED = 0.9;
    private static final double CONTACT = 0.75;

    private final PolicyReading reading;
    private final Regions regions;
    private final Quotes quotes;
    private final Map<RequestMethod, List<Evidence>> requests = new EnumMap<>(RequestMethod.class);
    private final Map<RequestMethod, List<Evidence>> contacts = new EnumMap<>(RequestMethod.class);
    /** Where nobody but those outside the United States is told how to ask or whom, others will ask there, too. */
    private final Map<RequestMethod, List<Evidence>> abroad = new EnumMap<>(RequestMethod.class);
    private final Map<RequestMethod, List<Evidence>> besideRights = new EnumMap<>(RequestMethod.class);

    /** The last clause on requests, and the last that invites to make contact. */
    private int open = -FOLLOWING;
    private int contact = -FOLLOWING;

    /** Whether requests are sent to the contacts, or "contact us" is all that is said; and the clause that ends in a colon before them, one that has them written, and one with a link. */
    private boolean pointsToContacts;
    private boolean invites;
    private Clause awaiting;
    private Clause written;
    private Clause linked;

    RequestMethodsExtractor(PolicyReading reading, Regions regions, Quotes quotes) {
        this.reading = reading;
        this.regions = regions;
        this.quotes = quotes;
    }

    /** To be asked once. */
    SetFact<RequestMethod> extract() {
        for (Clause clause : reading.clauses()) {
            if (aside(clause)) {
                continue;
            }
            if (regions.isForeign(clause)) {
                if (RequestClauses.triggers(clause)) {
                    add(abroad, NamedWays.methods(clause, reading, true), clause, CONTACT);
                }
                continue;
            }
            if (RequestClauses.ofShineTheLight(clause, reading)) {
                open = -FOLLOWING;
                contact = -FOLLOWING;
                continue;
            }
            boolean brief = clause.to() - clause.from() <= BRIEF && !clause.anyStatement(s -> s.actorStated() && s.speech() == Speech.ASSERTION);
            request(clause, brief);
            contact(clause, brief);
            if (SelfService.offeredBy(clause) && NamedWays.manages(clause)) {
                add(requests, Set.of(RequestMethod.ACCOUNT), clause, EXERCISED);
            }
        }
        addPointed();
        List<Evidence> evidence = new ArrayList<>();
        requests.values().forEach(list -> evidence.add(Quotes.best(list).get(0)));
        return new SetFact<>(List.copyOf(requests.keySet()), evidence);
    }

    private boolean aside(Clause clause) {
        return RequestClauses.speaksOfParents(clause) || RequestClauses.answers(clause) || RequestClauses.gathers(clause)
                || clause.lead() != null && (RequestClauses.whenYou(clause.lead()) || RequestClauses.demands(clause.lead())) || RequestClauses.introduces(clause)
                || RequestClauses.someDay(clause) || RequestClauses.toAuthority(clause) || RequestClauses.turnsDown(clause) || RequestClauses.contests(clause) || RequestClauses.agrees(clause);
    }

    /** The ways of a clause on requests, or of what follows one. */
    private void request(Clause clause, boolean brief) {
        boolean trigger = RequestClauses.triggers(clause) || opensRights(clause) || tellsHow(clause);
        if (trigger || continues(clause, brief) || RequestClauses.itemOfRequests(clause, reading)) {
            Set<RequestMethod> methods = NamedWays.methods(clause, reading, true);
            if (trigger && RequestClauses.eitherAddress(clause)) {
                methods = EnumSet.copyOf(methods.isEmpty() ? EnumSet.of(RequestMethod.MAIL) : methods);
                methods.addAll(EnumSet.of(RequestMethod.EMAIL, RequestMethod.MAIL));
            }
            add(requests, methods, clause, EXERCISED);
            written = RequestClauses.writesElsewhere(clause) ? clause : written;
            if (trigger) {
                open = clause.index();
                boolean points = !RequestClauses.appeals(clause) && clause.has(Concept.CONTACT_CUE) && RequestClauses.pointsElsewhere(clause) || RequestClauses.otherMeans(clause);
                awaiting = points && RequestClauses.endsOpen(clause) ? clause : awaiting;
                pointsToContacts |= points && !RequestClauses.endsOpen(clause);
                invites |= methods.isEmpty() && RequestClauses.invites(clause);
            } else if (!methods.isEmpty()) {
                awaiting = awaiting != null && clause.index() - awaiting.index() <= ANSWERED ? null : awaiting;
                open = Math.max(open, clause.index() - FOLLOWING / 2);
            }
        }
        if (!trigger && RequestClauses.turnsToQuestions(clause)) {
            open = -FOLLOWING;
        }
    }

    /** "Contact us by telephone at any time to do the following:", and under it "see what data we have about you". */
    private boolean opensRights(Clause clause) {
        if (!clause.has(Concept.CONTACT_CUE) || clause.isHeading() || !RequestClauses.endsOpen(clause) || clause.has(Concept.NOT_REQUEST) || clause.index() + 1 >= reading.clauses().size()) {
            return false;
        }
        Clause next = reading.clauses().get(clause.index() + 1);
        return next.lead() == clause && next.has(Concept.RIGHT);
    }

    /** "You may correct your information. This can be done by e-mail": how what the sentence before it offers is done. */
    private boolean tellsHow(Clause clause) {
        if (clause.index() == 0 || !RequestClauses.doesThis(clause) || clause.has(Concept.NOT_REQUEST)) {
            return false;
        }
        Clause before = reading.clauses().get(clause.index() - 1);
        return clause.follows(before) && before.hasAny(Concept.RIGHT, Concept.REQUEST_TRIGGER) && SelfService.aboutData(before)
                && !before.has(Concept.NOT_REQUEST);
    }

    private boolean continues(Clause clause, boolean brief) {
        return clause.index() - open <= FOLLOWING && !clause.isHeading() && !RequestClauses.tellsMore(clause) && sameSection(clause, open)
                && (brief || clause.has(Concept.REQUEST_VERB) && clause.index() - open <= 2) && !clause.has(Concept.NOT_REQUEST) && !RequestClauses.asksQuestions(clause)
                && !RequestClauses.complains(clause);
    }

    /** The ways of a clause on contact. */
    private void contact(Clause clause, boolean brief) {
        boolean section = !clause.headings().isEmpty() && clause.headings().get(0).has(Concept.CONTACT_CUE);
        boolean asks = clause.has(Concept.CONTACT_CUE) && !clause.has(Concept.NOT_REQUEST) && !(brief && clause.tokens().is(clause.to() - 1, '?') && clause.hasWord("you"));
        boolean says = brief || section && asks || clause.has(Concept.EMAIL_WORD) && clause.has(Concept.REQUEST_VERB);
        boolean beside = says && !clause.isHeading() && clause.underHeading(Concept.RIGHT_FRAME) && !clause.hasAny(Concept.NOT_REQUEST, Concept.NEGATION);
        if (requests.isEmpty() && (beside || RequestClauses.writesToDelete(clause))) {
            add(besideRights, NamedWays.methods(clause, reading, true), clause, CONTACT);
        }
        if (asks) {
            contact = clause.index();
            linked = clause.words() > 3 && NamedWays.linksOf(clause, reading).stream().anyMatch(link -> NamedWays.takesRequests(clause, link)) ? clause : linked;
        }
        if (asks && !clause.has(Concept.HEAD_COLLECT) && clause.lead() == null || section || clause.index() - contact <= FOLLOWING && brief
                && sameSection(clause, contact)) {
            add(contacts, NamedWays.methods(clause, reading, false), clause, CONTACT);
        }
    }

    /** Adds the contacts where requests are sent there, or where no way to make one is named. */
    private void addPointed() {
        if (written != null) {
            boolean online = contacts.containsKey(RequestMethod.EMAIL) && !contacts.containsKey(RequestMethod.MAIL) && !requests.containsKey(RequestMethod.EMAIL);
            RequestMethod address = online ? RequestMethod.EMAIL : RequestMethod.MAIL;
            requests.putIfAbsent(address, contacts.getOrDefault(address, List.of(quotes.of(written, EXERCISED))));
        }
        if (requests.isEmpty()) {
            requests.putAll(besideRights);
        }
        if (requests.isEmpty() && contacts.isEmpty()) {
            requests.putAll(abroad);
        } else if (requests.keySet().equals(EnumSet.of(RequestMethod.ACCOUNT))) {
            abroad.forEach(requests::putIfAbsent);
        }
        if (requests.isEmpty() && linked != null) {
            contacts.putIfAbsent(RequestMethod.WEB_FORM, List.of(quotes.of(linked, CONTACT)));
        }
        boolean reached = EnumSet.of(RequestMethod.EMAIL, RequestMethod.PHONE, RequestMethod.MAIL).stream().anyMatch(requests::containsKey);
        if (requests.isEmpty() || pointsToContacts || invites && !reached || awaiting != null) {
            contacts.forEach(requests::putIfAbsent);
        }
    }

    private void add(Map<RequestMethod, List<Evidence>> to, Set<RequestMethod> methods, Clause clause, double confidence) {
        for (RequestMethod method : methods) {
            to.computeIfAbsent(method, m -> new ArrayList<>()).add(quotes.of(clause, confidence));
        }
    }

    private boolean sameSection(Clause clause, int other) {
        return other >= 0 && (reading.clauses().get(other).block().section() == clause.block().section() || underWay(clause, other));
    }

    /** Whether the clause stands under a heading that is no more than the name of a way, "Mail" or "Telephone", behind the other clause. */
    private static boolean underWay(Clause clause, int other) {
        Clause heading = clause.headings().isEmpty() ? null : clause.headings().get(0);
        if (heading == null || heading.index() <= other) {
            return false;
        }
        for (int i = heading.from(); i < heading.to(); i++) {
            if (heading.tokens().kind(i) == Tokens.Kind.WORD && !heading.covers(Concept.EMAIL_WORD, i) && !heading.covers(Concept.PHONE_WORD, i)
                    && !heading.covers(Concept.MAIL_WORD, i)) {
                return false;
            }
        }
        return true;
    }
}
