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
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How long personal information is kept, Cal. Civ. Code §1798.100(a)(3). The time to answer a request, look-backs, notice periods and the
 * life of cookies are no retention.
 */
final class RetentionExtractor {
    private static final WordSet PRONOUNS = WordSet.of("it", "them", "information", "data", "they");
    private static final WordSet WHO = WordSet.of("who", "which", "that");
    /** Words of a name, at most, and words that open a sentence about the business's own people and systems. */
    private static final int NAME = 3;
    private static final WordSet COMMON = WordSet.of("the", "our", "this", "each", "every", "nobody", "everyone", "support", "marketing", "sales", "billing", "payroll", "system", "software",
            "server", "service", "site", "website", "app", "application", "platform", "company", "it", "he", "she", "one", "which", "who", "that");
    private static final WordSet AUXILIARIES = WordSet.of("is", "are", "be", "been", "we", "i", "will", "may", "securely", "only");
    private static final WordSet REPLIES = WordSet.of("respond", "responds", "response", "answer", "answers", "reply", "replies", "acknowledge", "acknowledges", "confirm");
    private static final WordSet THROUGH = WordSet.of("by", "through", "via", "using", "from", "with");
    private static final WordSet TAKEN = WordSet.of("collected", "gathered", "obtained", "received");
    private static final WordSet AFTERWARDS = WordSet.of("thereafter", "afterwards", "afterward", "subsequently", "then");
    private static final WordSet BEYOND = WordSet.of("longer", "more", "beyond", "past", "exceeding", "over");
    private static final WordSet KEEPING = WordSet.of("retention", "retain", "keep", "storage", "store", "long");
    private static final WordSet OF_TIME = WordSet.of("long", "longer", "until", "while", "period", "periods", "time", "once", "when", "after", "duration");
    /** Clauses from what may be asked to what stands against it, at most. */
    private static final int ASKED = 3;
    /** Tokens on either side of a verb among which others are counted. */
    private static final int CHAINED = 7;
    private static final WordSet THEN = WordSet.of("then", "such", "this", "that", "these", "those");
    private static final WordSet CHOSEN = WordSet.of("consent", "preference", "choice");
    private static final WordSet EXCEPTS = WordSet.of("unless", "except", "excepted");
    private static final WordSet HAVE = WordSet.of("hold", "maintain", "keep", "store", "retain");
    private static final WordSet KEEPERS = WordSet.of("keep", "keeps", "store", "stores", "hold", "holds", "retain", "retains", "archive", "archives", "delete", "deletes");
    private static final WordSet SAYS = WordSet.of("states", "says", "confirms", "claims", "promises", "assures");
    private static final WordSet REFUSALS = WordSet.of("deny", "refuse", "decline", "denied");
    private static final WordSet LIMITED = WordSet.of("limited", "restricted", "absolute", "curtailed", "unlimited");
    private static final WordSet TIME = WordSet.of("time", "period", "limit", "deadline");
    private static final WordSet REQUESTS = WordSet.of("requests", "request", "inquiries");
    private static final WordSet AVERAGE = WordSet.of("average", "median", "mean");
    private static final WordSet KEPT = WordSet.of("logs", "log", "record", "records", "recordings", "requests", "file", "files", "messages", "accounts", "account", "copies", "backups", "content", "lists",
            "footage", "message", "recording", "conversation", "conversations", "chats", "ticket", "tickets", "resume", "resumes", "submissions", "videos", "images", "posts", "comments", "reviews", "photos", "entries", "telemetry", "metadata", "tokens", "embeddings", "applications", "cookies", "identifiers", "inquiries", "transcripts", "documents", "uploads", "profiles", "invoices", "letters", "correspondence", "listings");

    private static final WordSet KEEPS = WordSet.of("keep", "keeps", "kept", "keeping", "hold", "holds", "held", "maintain", "maintains", "maintained", "maintaining", "preserve", "preserves",
            "preserving", "remain", "remains");
    private static final WordSet STATES = WordSet.of("confidential", "confidentiality", "secure", "secured", "security", "safe", "private", "secret", "updated", "informed", "visible", "public",
            "accessible", "privacy", "environment", "safeguards", "measures", "integrity", "touch", "track", "posted", "abreast",
            "standard", "standards", "valid", "current", "accurate");
    private static final WordSet DEVICES = WordSet.of("computer", "device", "browser", "phone", "hard", "machine", "system", "terminal");
    /** "Purged every 30 days": nothing is older then. */
    private static final WordSet DELETED = WordSet.of("delete", "deletes", "deleted", "deleting", "deletion", "erase", "erases", "erased", "erasing", "erasure", "destroy", "destroyed", "destroying");
    private static final WordSet ERASED = WordSet.of("deleted", "purged", "erased", "overwritten", "wiped", "cleared", "destroyed", "removed");
    /** "Twice in a 12-month period". */
    private static final WordSet OFTEN = WordSet.of("twice", "times");
    private static final WordSet HOW_LONG = WordSet.of("how", "period");
    /** Tokens from a verb of keeping to what tells what kind of keeping it is. */
    private static final int NEAR = 7;

    private static final WordSet GONE = WordSet.of("gone", "lost", "deleted", "erased", "removed", "destroyed", "disappear", "disappears");
    private static final WordSet NOT_KEPT = WordSet.of("cookie", "cookies", "what", "whether");
    /** Between "cookie" and the data that it brings in: "cookie and web beacon data". */
    private static final WordSet TRACERS = WordSet.of("and", "or", "pixel", "tag", "web", "beacon", "log", "usage", "tracking", "analytics", "related", "other", "similar");
    private static final WordSet BROUGHT_IN = WordSet.of("data", "information", "logs");
    private static final WordSet ENDS = WordSet.of("unsubscribing", "opting", "opt", "closing", "uninstalling", "disabling", "removing", "deleting", "deactivating", "cancelling", "canceling", "withdrawing",
            "withdrawal", "clearing", "blocking", "cancellation", "deactivation");
    private static final WordSet VERSIONS = WordSet.of("version", "versions");
    private static final WordSet DOCUMENTS = WordSet.of("policy", "notice", "statement", "terms", "policies");
    private static final WordSet PREVENTS = WordSet.of("prevent", "prevents", "preventing", "avoid", "avoids", "avoiding");
    /** Tokens from "prevent" to "indefinitely", at most. */
    private static final int PREVENTED = 10;
    private static final WordSet USUALLY = WordSet.of("typically", "usually", "generally", "normally", "currently", "g", "approximately", "least");
    private static final WordSet SINCE = WordSet.of("after", "from", "following", "since");
    /** Tokens from a verb of keeping to a duration, at most, and to one that is plainly one of keeping. */
    private static final int KEPT_FOR = 25;
    private static final int PLAINLY_KEPT_FOR = 45;

    private final CategoryTables tables;
    private final Quotes quotes;
    /** Tokens between a verb of keeping and a criterion behind it or before it: "if required by law, we …" may go on with anything. */
    private static final int BEHIND = 30;
    private static final int BEFORE = 12;
    /** Tokens between the periods of one list: "data for 10 years, logs for one year, and …". */
    private static final int CHAIN = 16;

    private final Set<RetentionKind> kinds = EnumSet.noneOf(RetentionKind.class);
    private boolean named;
    private final List<String> durations = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();

    RetentionExtractor(CategoryTables tables, Quotes quotes) {
        this.tables = tables;
        this.quotes = quotes;
    }

    RetentionFact extract(PolicyReading reading) {
        named = reading.company() != null;
        for (Clause clause : reading.clauses()) {
            if (!clause.isHeading() || clause.has(Concept.DURATION_UNIT) && labelled(clause)) {
                read(clause, reading);
            }
        }
        durations.sort(Comparator.comparingDouble(Durations::days).thenComparing(Comparator.naturalOrder()));
        return new RetentionFact(List.copyOf(kinds), durations.stream().distinct().toList(), Quotes.best(evidence));
    }

    private void read(Clause clause, PolicyReading reading) {
        boolean section = inSection(clause) || tables.tellsRetention(clause.blockIndex());
        boolean keeps = clause.has(Concept.RETAIN) || section && (clause.hasAny(Concept.KEEP_CRITERIA, Concept.DURATION_UNIT) || clause.has(Concept.KEEP_INDEFINITE))
                || clause.leadWith(Concept.RETAIN) != null;
        if (!keeps || clause.has(Concept.AGGREGATED) && !clause.has(Concept.PERSONAL) && !disposesOf(clause) && !blursLater(clause) && !blursInBrackets(clause)
                || speaksOfOthers(clause) || ofNobody(clause) || ofVersions(clause)) {
            return;
        }
        boolean about = section || clause.has(Concept.PERSONAL) || clause.has(Concept.ELEMENT) || clause.has(Concept.CATEGORY) || pronoun(clause) || clause.lead() != null
                || labelled(clause) || clause.has(Concept.KEEP_CRITERIA) && clause.hasWord("retention");
        if (!about) {
            return;
        }
        boolean right = !section && retains(clause) && !clause.anyStatement(s -> (s.practice() == Practice.RETAIN || s.practice() == Practice.DELETE)
                && !(s.speech() == Speech.RIGHT && s.actor() == Actor.CONSUMER));
        if (refuses(clause) && !section || aboutCookies(clause) || tables.listsCookies(clause.blockIndex())) {
            return;
        }
        boolean found = false;
        int kept = -CHAIN;
        for (Durations.Duration duration : Durations.of(clause)) {
            if (!right && !timeToAnswer(clause, reading) && (tables.tellsRetention(clause.blockIndex()) || keepsFor(clause, duration, duration.from() - kept <= CHAIN))) {
                kept = duration.to();
                durations.add(duration.iso());
                kinds.add(RetentionKind.PERIOD);
                found = true;
            }
        }
        if (clause.has(Concept.KEEP_CRITERIA) && criteria(clause, section) && !(found && onlyPurpose(clause)) && (section || !refusesDeletion(clause, reading))) {
            kinds.add(RetentionKind.CRITERIA);
            found = true;
        }
        if (keepsWithoutEnd(clause) && !clause.has(Concept.AGGREGATED) && !anonymized(clause) && !ofBlurred(clause, reading) && (retains(clause) || section) && !denies(clause)) {
            kinds.add(RetentionKind.INDEFINITE);
            found = true;
        }
        if (found) {
            evidence.add(quotes.of(clause, section ? 0.95 : 0.85));
        }
    }

    /** Whether a phrase says that something is kept without end; that it "may not be deleted" on request, "reasons for not deleting it", "gone forever" and "prevented from being kept forever" do not. */
    private static boolean keepsWithoutEnd(Clause clause) {
        if (!clause.has(Concept.KEEP_INDEFINITE)) {
            return false;
        }
        for (Mention mention : clause.mentions()) {
            boolean refused = mention.from() > clause.from() && clause.tokens().is(mention.from(), "not")
                    && (clause.tokens().is(mention.from() - 1, "may") || clause.tokens().is(mention.from() - 1, "can") || clause.tokens().is(mention.from() - 1, "might")
                    || clause.tokens().is(mention.from() - 1, "for") || clause.tokens().is(mention.from() - 1, "to"));
            if (mention.concept() == Concept.KEEP_INDEFINITE && !refused && !forbidden(clause, mention) && !keepsNothing(clause, mention)) {
                return true;
            }
        }
        return false;
    }

    /** "Gone forever", "prevented from being kept forever", "what is not deleted", "this cookie is not deleted when …", "you can remove it without a time limit": words that keep nothing. */
    private static boolean keepsNothing(Clause clause, Mention mention) {
        int from = mention.from();
        boolean removes = clause.tokens().is(from, "without") && clause.anyStatement(s -> s.practice() == Practice.DELETE)
                && !clause.anyStatement(s -> s.practice() == Practice.RETAIN);
        return removes || onDevice(clause) || doneByReader(clause, from) || clause.hasWithin(GONE, from - 2, from) || clause.hasWithin(PREVENTS, from - PREVENTED, from)
                || clause.tokens().is(from, "not") && clause.hasWithin(NOT_KEPT, from - NAME, from);
    }

    /** "Opting out does not delete what was shared": what readers do deletes nothing, which does not tell for how long it is kept. */
    private static boolean doneByReader(Clause clause, int not) {
        Tokens tokens = clause.tokens();
        int verb = not + 1 < clause.to() && tokens.is(not, "not") ? not - 1 : clause.from();
        int act = verb - 1;
        while (act > clause.from() && !tokens.isAny(act, ENDS) && tokens.kind(act) == Tokens.Kind.WORD && !tokens.is(act, "we")) {
            act--;
        }
        return act >= clause.from() && verb > clause.from() && tokens.isAny(act, ENDS);
    }

    /** "Others stay for ever, saved onto your device": cookies, which readers keep themselves. */
    private static boolean onDevice(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            if ((tokens.is(i, "on") || tokens.is(i, "onto") || tokens.is(i, "in")) && tokens.is(i + 1, "your") && tokens.isAny(i + 2, DEVICES)) {
                return !clause.has(Concept.BUSINESS);
            }
        }
        return false;
    }

    /** "You will not delete any notices": what readers must not do. */
    private static boolean forbidden(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        boolean denial = tokens.is(mention.from(), "not") || tokens.is(mention.from(), "never");
        for (int i = mention.from() - 1; denial && i >= clause.from() && i >= mention.from() - 3; i--) {
            if (tokens.is(i, "you")) {
                return true;
            }
        }
        return false;
    }

    private static boolean inSection(Clause clause) {
        return !clause.headings().isEmpty() && headsRetention(clause.headings().get(0)) || clause.headings().size() > 1 && headsRetention(clause.headings().get(1));
    }

    /** "How long we keep data", but not "Right to request the deletion of information". */
    private static boolean headsRetention(Clause heading) {
        return heading.has(Concept.RETENTION_HEADING) && !(heading.has(Concept.RIGHT, "delete") && heading.has(Concept.RIGHT_FRAME) && !heading.hasAny(KEEPING));
    }

    /** "Retention period: two years", also as a line of its own in bold. */
    private static boolean labelled(Clause clause) {
        for (Mention mention : clause.mentions(Concept.RETENTION_HEADING)) {
            if (mention.from() == clause.from() && mention.to() < clause.to()) {
                return clause.tokens().is(mention.to(), ':');
            }
        }
        return false;
    }

    private static boolean pronoun(Clause clause) {
        return clause.hasAny(PRONOUNS) || clause.hasAny(KEPT);
    }

    private static boolean retains(Clause clause) {
        return clause.anyStatement(s -> (s.practice() == Practice.RETAIN || s.practice() == Practice.DELETE) && s.actor() != Actor.PARTNER);
    }

    /** "You may ask us to delete it. However, we may retain what the law requires": why not all is deleted, not how long information is kept. */
    private static boolean refusesDeletion(Clause clause, PolicyReading reading) {
        if (!clause.anyStatement(s -> s.practice() == Practice.RETAIN && s.modality() == Statement.Modality.MAY)) {
            return false;
        }
        Clause heading = clause.headings().isEmpty() ? null : clause.headings().get(0);
        boolean headed = heading != null && heading.has(Concept.RIGHT_WORD, "delete");
        for (int i = clause.index() - 1; i >= Math.max(0, clause.index() - ASKED); i--) {
            Clause before = reading.clauses().get(i);
            if (!clause.follows(before) && !(headed && before.block().section() == clause.block().section())) {
                return false;
            }
            if (before.has(Concept.RIGHT, "delete") && before.hasAny(Concept.RIGHT_FRAME, Concept.REQUEST_TRIGGER)) {
                return !before.anyStatement(s -> s.practice() == Practice.DELETE && s.actor() == Actor.BUSINESS && s.actorStated() && s.speech() == Speech.ASSERTION);
            }
        }
        return false;
    }

    /** Reasons to refuse a deletion are no statement on how long information is kept. */
    private static boolean refuses(Clause clause) {
        return clause.hasAny(REFUSALS) || limitsRight(clause);
    }

    /** "These rights may be limited if you ask us to delete what the law requires us to keep": how far a right goes. */
    private static boolean limitsRight(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); clause.hasAny(LIMITED) && i + 1 < clause.to(); i++) {
            if (tokens.is(i, "right") || tokens.is(i, "rights")) {
                return clause.hasWithin(LIMITED, i + 1, i + NEAR);
            }
        }
        return false;
    }

    /** "We keep this non-personal information for a month": nothing else is named that would be of a person. */
    private static boolean ofNobody(Clause clause) {
        if (!clause.hasWord("non") || !clause.has(Concept.PERSONAL)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 1 < clause.to(); i++) {
            if (tokens.is(i, "non") && tokens.is(i + 1, "personal")) {
                int word = i + 1;
                return !clause.anyMention(m -> m.concept() == Concept.PERSONAL && (m.from() > word || m.to() <= word) || m.concept() == Concept.ELEMENT);
            }
        }
        return false;
    }

    /** "Earlier versions of this policy are kept for three years". */
    private static boolean ofVersions(Clause clause) {
        return clause.hasAny(VERSIONS) && clause.hasAny(DOCUMENTS) && !clause.has(Concept.PERSONAL);
    }

    /** "We will reply in the time that the law allows. In Italy this period is one month": the time that the sentence before answers in. */
    private static boolean timeToAnswer(Clause clause, PolicyReading reading) {
        if (clause.index() == 0 || !clause.hasAny(TIME) || clause.has(Concept.RETAIN)) {
            return false;
        }
        Clause before = reading.clauses().get(clause.index() - 1);
        return clause.follows(before) && before.has(Concept.ANSWER_TIME) && !before.has(Concept.RETAIN);
    }

    /** "Cookie consent records": what is kept of a choice, not a cookie. */
    private static boolean ofChoice(Clause clause, int cookie) {
        return cookie + 2 < clause.to() && clause.tokens().isAny(cookie + 1, CHOSEN) && clause.tokens().isAny(cookie + 2, KEPT);
    }

    /** "We keep a record of requests and of how we answered them": what is kept of an answer, not the time for it. */
    private static boolean ofRecord(Clause clause, int answer) {
        for (int i = answer - 1; i > clause.from(); i--) {
            if (clause.tokens().is(i, "record") || clause.tokens().is(i, "records")) {
                return clause.hasWithin(Concept.RETAIN, Math.max(clause.from(), i - NEAR), i);
            }
        }
        return false;
    }

    /** Whether what is kept is a cookie, and not what came in "by cookies". */
    private static boolean aboutCookies(Clause clause) {
        if (clause.has(Concept.PERSONAL)) {
            return false;
        }
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean cookie = clause.tokens().is(i, "cookies") || clause.tokens().is(i, "cookie");
            boolean more = i + 2 < clause.to() && clause.tokens().is(i + 1, "and") && clause.tokens().isAny(i + 2, PRONOUNS) || cookie && comesIn(clause, i);
            if (cookie && !more && !ofChoice(clause, i) && (i < clause.from() + 6 && !(i > clause.from() && clause.tokens().isAny(i - 1, THROUGH))
                    || clause.tokens().is(i - 1, "session"))) {
                return true;
            }
        }
        return false;
    }

    /** "Cookie data", "cookie and pixel tag information": what they bring in, and not the files themselves. */
    private static boolean comesIn(Clause clause, int cookie) {
        int i = cookie + 1;
        while (i < clause.to() && i <= cookie + NEAR && clause.tokens().isAny(i, TRACERS)) {
            i++;
        }
        return i < clause.to() && clause.tokens().is(cookie, "cookie") && clause.tokens().isAny(i, BROUGHT_IN);
    }

    private static boolean anonymized(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (blurs(clause.tokens().word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "We may anonymise it. We may then keep that data without end": what the sentence before has made of it. */
    private static boolean ofBlurred(Clause clause, PolicyReading reading) {
        if (clause.index() == 0 || !clause.hasAny(THEN)) {
            return false;
        }
        Clause before = reading.clauses().get(clause.index() - 1);
        return clause.follows(before) && anonymized(before);
    }

    private static boolean blurs(String word) {
        return word.startsWith("anonymi") || word.startsWith("aggregat") || word.startsWith("deidentif");
    }

    /** "Deleted or anonymised", "aggregate or delete", "anonymised after 30 days": what becomes of the information, not what kind it is. */
    private static boolean disposesOf(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            int then = i + 1;
            while (then + 1 < clause.to() && (tokens.is(then, "form") || tokens.is(then, "data") || tokens.is(then, "only"))) {
                then++;
            }
            if (blurs(tokens.word(i)) && (tokens.is(then, "after") || tokens.is(then, "within"))) {
                return true;
            }
            if (tokens.is(i, "or") && (blurs(tokens.word(i + 1)) && tokens.isAny(i - 1, DELETED) || blurs(tokens.word(i - 1)) && tokens.isAny(i + 1, DELETED))) {
                return true;
            }
        }
        return false;
    }

    /** "We keep logs for 24 months and thereafter may keep them in aggregate": only then it is no longer personal. */
    private static boolean blursLater(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.first(Concept.AGGREGATED).from() - 1; i > clause.from(); i--) {
            boolean behindThat = tokens.is(i - 1, "after") && (tokens.is(i, "which") || tokens.is(i, "that"));
            if ((behindThat || tokens.isAny(i, AFTERWARDS)) && clause.hasWithin(Concept.DURATION_UNIT, clause.from(), i)) {
                return true;
            }
        }
        return false;
    }

    /** "For analytics (for instance, in aggregated form) for two years": said of a part. */
    private static boolean blursInBrackets(Clause clause) {
        int depth = 0;
        for (int i = clause.first(Concept.AGGREGATED).from() - 1; i > clause.from() && depth == 0; i--) {
            depth += clause.tokens().is(i, '(') ? 1 : clause.tokens().is(i, ')') ? -1 : 0;
        }
        return depth > 0;
    }

    /** Whether the only criterion is a word such as "active", beside a stated period. */
    private static boolean onlyPurpose(Clause clause) {
        return clause.mentions().stream().filter(m -> m.concept() == Concept.KEEP_CRITERIA).allMatch(m -> m.to() == m.from() + 1);
    }

    private static boolean denies(Clause clause) {
        return clause.anyStatement(s -> s.practice() == Practice.RETAIN && s.polarity() == Polarity.NEGATIVE);
    }

    private boolean speaksOfOthers(Clause clause) {
        return clause.anyStatement(s -> s.practice() == Practice.RETAIN && s.actor() == Actor.PARTNER)
                && !clause.anyStatement(s -> (s.practice() == Practice.RETAIN || s.practice() == Practice.DELETE) && s.actor() == Actor.BUSINESS)
                || keptByOthers(clause) || keptByNamed(clause);
    }

    /** "Payment providers, who keep the data for five years". */
    private static boolean keptByOthers(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions(Concept.RETAIN)) {
            int verb = mention.from();
            if (verb - 1 > clause.from() && tokens.isAny(verb - 1, WHO) && tokens.isAny(verb, KEEPERS)
                    && !clause.hasWithin(Concept.BUSINESS, clause.from(), verb)) {
                return !clause.hasWord("behalf");
            }
        }
        return false;
    }

    /** "Stripe keeps card data for five years": the name of somebody else, in a policy that names its own company. */
    private boolean keptByNamed(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); named && i < clause.to(); i++) {
            boolean begins = i == clause.from() || tokens.is(i - 1, ',');
            if (begins && namedKeeper(clause, i) || tokens.is(i, "by") && clause.covers(Concept.RETAIN, i - 1) && namedFrom(clause, i + 1) > i + 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean namedKeeper(Clause clause, int from) {
        int verb = namedFrom(clause, from);
        // "Stripe states that it deletes card data".
        boolean says = verb > from && verb + 1 < clause.to() && clause.tokens().isAny(verb, SAYS) && clause.tokens().is(verb + 1, "that");
        return says || verb > from && verb < clause.to() && clause.tokens().isAny(verb, KEEPERS) && clause.tokens().word(verb).endsWith("s");
    }

    /** Behind the words of somebody else's name that begin at the token, or the token itself. */
    private static int namedFrom(Clause clause, int from) {
        Tokens tokens = clause.tokens();
        int verb = from;
        while (verb < clause.to() && verb - from <= NAME && tokens.kind(verb) == Tokens.Kind.WORD && tokens.capitalized(verb)
                && !clause.covers(Concept.BUSINESS, verb) && !tokens.isAny(verb, COMMON)) {
            verb++;
        }
        return verb;
    }

    /** Whether the clause's criteria belong to its keeping or deleting. */
    private static boolean criteria(Clause clause, boolean section) {
        if (!section && (onRequest(clause) || clause.has(Concept.DEFINITION) && !clause.has(Concept.BUSINESS))) {
            return false;
        }
        boolean blursLater = clause.has(Concept.AGGREGATED) && !clause.has(Concept.PERSONAL) && blursLater(clause);
        int personalTo = blursLater ? clause.first(Concept.AGGREGATED).from() : clause.to();
        for (Statement statement : clause.statements()) {
            if ((statement.practice() == Practice.RETAIN || statement.practice() == Practice.DELETE || stores(clause, statement))
                    && statement.speech() != Speech.RIGHT && statement.speech() != Speech.DEFINITION
                    && statement.actor() != Actor.CONSUMER && !(statement.polarity() == Polarity.NEGATIVE && clause.hasWord("verify"))) {
                int verb = clause.tokens().firstFrom(statement.start());
                boolean among = !section && amongPractices(clause, verb);
                boolean retention = !inState(clause, verb) && !untilDone(clause, verb) && !elsewhere(clause, verb) && !toBeTold(clause, verb) && !heldOnYou(clause, verb);
                for (Mention mention : clause.mentions()) {
                    if (retention && mention.concept() == Concept.KEEP_CRITERIA && !(among && !clause.hasWithin(OF_TIME, mention.from(), mention.to()))
                            && mention.from() < personalTo && !(soon(clause, mention) && clause.has(Concept.CHILD)) && mention.from() - verb <= BEHIND
                            && verb - mention.to() <= BEFORE && !evenAfter(clause, mention)
                            && (section || statement.practice() != Practice.DELETE || !excepts(clause, verb, mention))) {
                        return true;
                    }
                }
            }
        }
        if (itemOfKeeping(clause)) {
            return true;
        }
        boolean loose = onlyPurpose(clause) && !clause.has(Concept.RETAIN) && clause.block().kind() == Block.Kind.PARAGRAPH;
        return section && !loose && !blursLater && !clause.anyStatement(s -> s.speech() == Speech.RIGHT) && !(clause.has(Concept.DEFINITION) && !clause.has(Concept.BUSINESS));
    }

    /** "We collect, use, retain and share it for the purposes below": named among all that is done with it, and not for how long. */
    private static boolean amongPractices(Clause clause, int verb) {
        int others = 0;
        for (Statement statement : clause.statements()) {
            boolean other = statement.practice() == Practice.COLLECT || statement.practice() == Practice.USE || statement.practice() == Practice.DISCLOSE
                    || statement.practice() == Practice.SHARE_FOR_ADVERTISING;
            others += other && Math.abs(clause.tokens().firstFrom(statement.start()) - verb) <= CHAINED ? 1 : 0;
        }
        return others >= 3;
    }

    /** "We retain it for:", and under it "Category A: as long as you have an account". */
    private static boolean itemOfKeeping(Clause clause) {
        Clause lead = clause.lead();
        return lead != null && !lead.isHeading() && clause.statements().isEmpty() && lead.indexOf(':') == lead.to() - 1
                && lead.anyStatement(s -> s.practice() == Practice.RETAIN && s.actor() == Actor.BUSINESS && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION)
                && clause.anyMention(m -> m.concept() == Concept.KEEP_CRITERIA && clause.hasWithin(OF_TIME, m.from(), m.to()));
    }

    /** "We disclose what we hold about you, for which we may charge as the law allows", "correct the data that we maintain about you": what is meant by the information, not how long it is kept. */
    private static boolean heldOnYou(Clause clause, int verb) {
        Tokens tokens = clause.tokens();
        boolean onYou = verb + 3 < clause.to() && tokens.isAny(verb, HAVE) && (tokens.is(verb + 1, "about") || tokens.is(verb + 1, "on")) && tokens.is(verb + 2, "you");
        boolean asked = verb - 2 > clause.from() && tokens.is(verb - 1, "we") && clause.hasAny(Concept.RIGHT, Concept.RIGHT_WORD)
                && (tokens.is(verb - 2, "that") || tokens.isAny(verb - 2, PRONOUNS)) && !clause.covers(Concept.KEEP_CRITERIA, verb + 3);
        return onYou && (asked || tokens.is(verb + 3, ','));
    }

    /** "It may remain even after you leave": that it does, not for how long. */
    private static boolean evenAfter(Clause clause, Mention mention) {
        return mention.from() > clause.from() && clause.tokens().is(mention.from() - 1, "even");
    }

    /** "If a child gave us data, we delete it as soon as possible": how fast, not how long information is kept. */
    private static boolean soon(Clause clause, Mention mention) {
        return mention.from() + 1 < clause.to() && clause.tokens().is(mention.from() + 1, "soon");
    }

    /** "Your entries are stored until you delete them", "processed and stored for as long as needed": a word of collecting, too. */
    private static boolean stores(Clause clause, Statement statement) {
        int verb = clause.tokens().firstFrom(statement.start());
        return statement.practice() == Practice.COLLECT && clause.covers(Concept.RETAIN, verb) && verb > clause.from()
                && (clause.tokens().isAny(verb - 1, AUXILIARIES) || clause.covers(Concept.KEEP_CRITERIA, verb + 1) && clause.tokens().is(verb - 1, "and"));
    }

    /** "We delete your data unless we need it to comply with law": why a deletion is refused, not how long data is kept. */
    private static boolean excepts(Clause clause, int verb, Mention criterion) {
        return clause.hasWithin(EXCEPTS, verb, criterion.to());
    }

    /** "Keep your data confidential", "keep you informed", "may remain visible", "keep sending": a state, not for how long. */
    private static boolean inState(Clause clause, int verb) {
        boolean goesOn = clause.tokens().is(verb, "keep") && verb + 1 < clause.to() && clause.tokens().word(verb + 1).endsWith("ing");
        for (int i = verb + 1; i + 1 < Math.min(clause.to(), verb + 1 + NEAR); i++) {
            // "Keep your details up to date".
            goesOn |= clause.tokens().is(i, "to") && clause.tokens().is(i + 1, "date");
        }
        return goesOn || clause.tokens().isAny(verb, KEEPS) && clause.hasWithin(STATES, verb + 1, verb + 1 + NEAR);
    }

    /** "Keep you posted". */
    private static boolean tellsYou(Clause clause, int verb) {
        return verb + 1 < clause.to() && clause.tokens().is(verb + 1, "you") && inState(clause, verb);
    }

    /** "Until your account is deleted, you may …": the end of something else. */
    private static boolean untilDone(Clause clause, int verb) {
        for (int i = verb - 1; i >= clause.from() && i >= verb - NEAR && !clause.tokens().is(i, ','); i--) {
            if (clause.tokens().is(i, "until")) {
                return true;
            }
        }
        return false;
    }

    /** "Remains on your computer until you delete it". */
    private static boolean elsewhere(Clause clause, int verb) {
        for (int i = verb + 1; i + 2 < Math.min(clause.to(), verb + NEAR); i++) {
            if (clause.tokens().is(i, "on") && clause.tokens().is(i + 1, "your") && clause.tokens().isAny(i + 2, DEVICES)) {
                return true;
            }
        }
        return false;
    }

    /** "The right to know how long we will store it, or the criteria used": what one may ask. */
    private static boolean toBeTold(Clause clause, int verb) {
        return clause.has(Concept.RIGHT) && clause.hasWithin(HOW_LONG, verb - NEAR, verb);
    }

    /** "Where you have requested that we delete, we keep what is needed …": what a request is answered with, no rule of keeping. */
    private static boolean onRequest(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean complies = clause.hasWord("comply");
        boolean asked = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean request = tokens.is(i, "request") || tokens.is(i, "requested") || tokens.is(i, "requests");
            if (request && i > clause.from() && complies && tokens.is(i - 1, "your")) {
                return true;
            }
            asked |= request && i - clause.from() <= 6;
        }
        return asked && (tokens.is(clause.from(), "if") || tokens.is(clause.from(), "where") || tokens.is(clause.from(), "when"));
    }

    /** Whether the duration is one of keeping or deleting, and not of answering, looking back, giving notice or a cookie's life. */
    private static boolean keepsFor(Clause clause, Durations.Duration duration, boolean goesOn) {
        Tokens tokens = clause.tokens();
        for (int k = Math.max(clause.from(), duration.from() - 3); k < duration.from(); k++) {
            if (tokens.is(k, "preceding") || tokens.is(k, "past") || tokens.is(k, "previous") || tokens.is(k, "prior") || tokens.is(k, "last") || k == duration.from() - 1 && tokens.is(k, "back") || tokens.is(k, "every")
                    && !(k > clause.from() && tokens.isAny(k - 1, ERASED))
                    || tokens.is(k, "age") || tokens.is(k, "aged") || tokens.is(k, "ages") || tokens.is(k, "under") || tokens.is(k, "younger") || tokens.is(k, "once") || k == duration.from() - 1 && (tokens.is(k, "any") || tokens.is(k, "per"))) {
                return false;
            }
        }
        if (clause.hasWithin(OFTEN, duration.from() - NEAR, duration.from())) {
            return false;
        }
        if (notEvenKept(clause, duration) || clause.hasAny(REQUESTS) && clause.hasWithin(AVERAGE, duration.from() - NAME, duration.to() + NAME)) {
            return false;
        }
        int after = duration.to();
        if (after < clause.to() && (tokens.is(after, "preceding") || tokens.is(after, "prior") || tokens.is(after, "old")
                || tokens.is(after, "of") && after + 1 < clause.to() && tokens.is(after + 1, "age"))) {
            return false;
        }
        if (clause.has(Concept.ANSWER_TIME, "list")) {
            return false;
        }
        int nearest = Integer.MAX_VALUE;
        int rival = Integer.MAX_VALUE;
        for (Mention mention : clause.mentions()) {
            switch (mention.concept()) {
                case RETAIN -> nearest = requested(clause, mention) || tellsYou(clause, mention.from()) ? nearest : Math.min(nearest, distance(mention, duration));
                case ANSWER_TIME, COOKIE_LIFE -> rival = mention.concept() == Concept.COOKIE_LIFE && noCookieLife(clause, mention) || ofChoice(clause, mention.from()) || untilThen(clause, mention)
                        || ofRecord(clause, mention.from()) ? rival : Math.min(rival, distance(mention, duration));
                default -> { }
            }
        }
        boolean section = clause.leadWith(Concept.RETAIN) != null || inSection(clause);
        if (nearest == Integer.MAX_VALUE) {
            return section && rival == Integer.MAX_VALUE;
        }
        return (nearest <= KEPT_FOR || goesOn || nearest <= PLAINLY_KEPT_FOR && plainly(clause, duration)) && nearest - (section ? 6 : 0) <= rival;
    }

    /** "For two years after", "no longer than a year from", "(typically 7 years)": words for how long, however far behind the verb. */
    private static boolean plainly(Clause clause, Durations.Duration duration) {
        Tokens tokens = clause.tokens();
        boolean forIt = tokens.is(duration.from() - 1, "for") || tokens.is(duration.from() - 1, "than") || tokens.is(duration.from() - 1, "to") && tokens.is(duration.from() - 2, "up");
        boolean since = forIt && duration.to() < clause.to() && tokens.isAny(duration.to(), SINCE);
        return since || duration.to() < clause.to() && tokens.is(duration.to(), ')') && tokens.isAny(duration.from() - 1, USUALLY);
    }

    /** "Persistent identifiers", "cookies and information", "information collected by cookies": no life of a cookie's own. */
    private static boolean noCookieLife(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        int next = mention.to();
        boolean more = next + 1 < clause.to() && tokens.is(next, "and") && tokens.isAny(next + 1, PRONOUNS);
        boolean brings = comesIn(clause, mention.from());
        boolean persistent = next < clause.to() && tokens.is(mention.from(), "persistent") && (tokens.is(next, "identifiers") || tokens.is(next, "identifier"));
        return more || brings || persistent || isSource(clause, mention);
    }

    /** "Information collected via cookies, tags and flash cookies", "a year from the expiry of the cookie": where it came in, and from when its time runs. */
    private static boolean isSource(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.from() - 1; i > clause.from() && i >= mention.from() - 2 * NEAR && !clause.covers(Concept.DURATION_UNIT, i); i--) {
            if (tokens.isAny(i, THROUGH) && tokens.isAny(i - 1, TAKEN)) {
                return true;
            }
        }
        return clause.hasWithin(SINCE, mention.from() - NEAR, mention.from()) && clause.hasWithin(Concept.DURATION_UNIT, mention.from() - NEAR - 1, mention.from());
    }

    /** "Records that we do not even keep for a year": kept for less; "not keep for longer than a year" tells a period. */
    private static boolean notEvenKept(Clause clause, Durations.Duration duration) {
        Tokens tokens = clause.tokens();
        for (int i = duration.from() - 1; i > clause.from() && i >= duration.from() - NEAR; i--) {
            if (tokens.isAny(i, BEYOND)) {
                return false;
            }
            if (tokens.isAny(i, KEEPERS)) {
                return tokens.is(i - 1, "even") && clause.covers(Concept.NEGATION, i - 2);
            }
        }
        return false;
    }

    /** "Until you unsubscribe": how long it is kept, not what takes a time. */
    private static boolean untilThen(Clause clause, Mention mention) {
        return mention.from() > clause.from() && clause.covers(Concept.KEEP_CRITERIA, mention.from() - 1);
    }

    /** "Requests to know, delete and correct", "we respond to deletion requests"; what it takes to process those is how long until the deletion. */
    private static boolean requested(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        boolean replies = clause.hasAny(REPLIES);
        for (int i = mention.to(); replies && i < Math.min(clause.to(), mention.to() + 3); i++) {
            boolean joined = i == mention.to() || tokens.is(i - 1, "and") || tokens.is(i - 1, "or") || tokens.is(i - 2, "and") || tokens.is(i - 2, "or");
            if (joined && (tokens.is(i, "requests") || tokens.is(i, "request"))) {
                return true;
            }
        }
        for (int i = mention.from() - 1; i >= clause.from() && (replies || i >= mention.from() - 6) && !clause.covers(Concept.DURATION_UNIT, i); i--) {
            if ((tokens.is(i, "requests") || tokens.is(i, "request")) && tokens.is(i + 1, "to")) {
                return true;
            }
        }
        return false;
    }

    /** Tokens between a phrase and a duration; a phrase behind the duration counts as farther away. */
    private static int distance(Mention mention, Durations.Duration duration) {
        return mention.from() >= duration.to() ? mention.from() - duration.to() + 3 : Math.max(0, duration.from() - mention.to());
    }
}
