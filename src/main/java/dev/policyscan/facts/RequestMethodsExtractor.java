package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.document.Link;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways named for exercising the rights or, where no such way is named, for privacy questions. */
final class RequestMethodsExtractor {
    private final Regions regions;
    private final Quotes quotes;

    RequestMethodsExtractor(Regions regions, Quotes quotes) {
        this.regions = regions;
        this.quotes = quotes;
    }

    SetFact<RequestMethod> extract(PolicyReading reading) {
        Map<RequestMethod, List<Evidence>> requests = new EnumMap<>(RequestMethod.class);
        Map<RequestMethod, List<Evidence>> questions = new EnumMap<>(RequestMethod.class);
        for (Clause clause : reading.clauses()) {
            if (regions.isForeign(clause)) {
                continue;
            }
            boolean exercise = exercises(clause);
            boolean question = !exercise && (clause.has(Concept.CONTACT_CUE) || clause.underHeading(Concept.CONTACT_CUE)
                    || clause.lead() != null && clause.lead().has(Concept.CONTACT_CUE));
            if (exercise || question) {
                for (RequestMethod method : methods(clause, reading, exercise)) {
                    (exercise ? requests : questions).computeIfAbsent(method, m -> new ArrayList<>()).add(quotes.of(clause, exercise ? 0.9 : 0.75));
                }
            }
        }
        Map<RequestMethod, List<Evidence>> chosen = requests.isEmpty() ? questions : requests;
        List<Evidence> evidence = new ArrayList<>();
        chosen.values().forEach(list -> evidence.add(Quotes.best(list).get(0)));
        return new SetFact<>(List.copyOf(chosen.keySet()), evidence);
    }

    /** Whether the clause tells how to exercise rights. */
    private static boolean exercises(Clause clause) {
        boolean request = clause.has(Concept.REQUEST_VERB);
        boolean right = clause.hasAny(Concept.RIGHT, Concept.RIGHT_WORD);
        if (marketing(clause)) {
            return false;
        }
        if (right && (request || clause.has(Concept.RIGHT_FRAME))) {
            return true;
        }
        Clause lead = clause.lead();
        if (lead != null && (lead.has(Concept.REQUEST_VERB) && (lead.hasAny(Concept.RIGHT, Concept.RIGHT_WORD) || lead.has(Concept.RIGHT_FRAME)))) {
            return true;
        }
        return underRights(clause) && (request || clause.to() - clause.from() < 30);
    }

    private static boolean underRights(Clause clause) {
        for (Clause heading : clause.headings()) {
            if (Modes.heading(heading) == Mode.RIGHTS) {
                return true;
            }
            if (heading.has(Concept.HEAD_COLLECT)) {
                return false;
            }
        }
        return false;
    }

    private static boolean marketing(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "unsubscribe") || tokens.is(i, "newsletter") || tokens.is(i, "newsletters") || tokens.is(i, "promotional")
                    || tokens.is(i, "marketing") && !clause.has(Concept.OPT_OUT_OBJECT) || tokens.is(i, "shine")) {
                return true;
            }
        }
        return false;
    }

    private static Set<RequestMethod> methods(Clause clause, PolicyReading reading, boolean exercise) {
        Set<RequestMethod> methods = EnumSet.noneOf(RequestMethod.class);
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.kind(i) == Tokens.Kind.EMAIL) {
                methods.add(RequestMethod.EMAIL);
            }
            if (phone(tokens, i, clause.to())) {
                methods.add(RequestMethod.PHONE);
            }
            if (tokens.kind(i) == Tokens.Kind.URL && clause.has(Concept.REQUEST_VERB)) {
                methods.add(RequestMethod.WEB_FORM);
            }
        }
        for (Link link : linksOf(clause, reading)) {
            String target = link.target().toLowerCase(java.util.Locale.ROOT);
            if (target.startsWith("mailto:") || target.contains("email-protection")) {
                methods.add(RequestMethod.EMAIL);
            } else if (target.startsWith("tel:")) {
                methods.add(RequestMethod.PHONE);
            } else if (exercise && clause.hasAny(Concept.REQUEST_VERB, Concept.WEB_FORM_WORD)) {
                methods.add(RequestMethod.WEB_FORM);
            }
        }
        if (clause.has(Concept.WEB_FORM_WORD) && (exercise || strongForm(clause))) {
            methods.add(RequestMethod.WEB_FORM);
        }
        if (clause.has(Concept.MAIL_WORD) && address(clause)) {
            methods.add(RequestMethod.MAIL);
        }
        if (exercise && clause.has(Concept.ACCOUNT_WORD)) {
            methods.add(RequestMethod.ACCOUNT);
        }
        return methods;
    }

    private static boolean strongForm(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "form") || tokens.is(i, "portal") || tokens.is(i, "webform") || tokens.is(i, "here")) {
                return true;
            }
        }
        return false;
    }

    private static boolean address(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "write") || tokens.is(i, "writing") || tokens.is(i, "mail") || tokens.is(i, "postal") || tokens.is(i, "mailing") || tokens.is(i, "attn")
                    || tokens.is(i, "attention") || tokens.is(i, "box") || tokens.is(i, "letter") || tokens.is(i, "post")) {
                return true;
            }
        }
        return false;
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

    /** "888-OPT-OUT": a number spelled in capital letters. */
    private static boolean letters(Tokens tokens, int i, int to) {
        return i + 2 < to && tokens.is(i + 1, '-') && tokens.kind(i + 2) == Tokens.Kind.WORD && tokens.text(i + 2).equals(tokens.text(i + 2).toUpperCase(java.util.Locale.ROOT))
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
