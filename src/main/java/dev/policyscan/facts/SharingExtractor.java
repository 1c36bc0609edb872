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
import java.util.List;
import java.util.Set;

/** The stance on disclosure for cross-context behavioural advertising, Cal. Civ. Code §1798.140(ah): by sharing, or by letting advertisers place cookies. */
final class SharingExtractor {
    private static final WordSet CHOOSES = WordSet.of("accept", "allow", "enable", "permit", "consent", "agree", "opt", "choose");
    private static final WordSet DEFINES = WordSet.of("is", "means", "mean", "as", "includes", "include", "involves", "involve", "covers", "cover", "refers");
    private static final WordSet MAY = WordSet.of("may", "might", "could", "can");

    private static final WordSet PEOPLE = WordSet.of("people", "users", "visitors", "persons", "individuals", "customers", "readers");
    /** Tokens from "only" to "aggregate", at most. */
    private static final int ONLY = 4;
    /** Tokens from "defines" to its term, at most. */
    private static final int TERM = 4;
    /** As many tokens are no head of a column. */
    private static final int COLUMN_HEAD = 12;

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
            Boolean answer = clause.has(Concept.TARGETED_ADS) && clause.has(Concept.SHARE_WORD) && !answered.contains(clause.start())
                    && !MinorsSaleExtractor.onlyMinors(clause) ? Answers.to(clause, reading) : null;
            if (answer != null) {
                (answer ? shares : denials).add(quotes.of(reading.clauses().get(clause.index() + 1), 0.8));
            }
            Boolean says = says(clause, reading);
            if (Boolean.TRUE.equals(says) && Answers.deniedInNextCell(clause, reading)) {
                abstentions.add(quotes.of(clause, 0.75));
                continue;
            }
            if (Boolean.FALSE.equals(says) && SharingDenial.besideTheirCookies(clause, reading)) {
                says = null;
            }
            if (clause.isHeading()) {
                if (Boolean.FALSE.equals(says)) {
                    denials.add(quotes.of(clause, 0.8));
                }
                continue;
            }
            if (says == null && onlyCounted(clause)) {
                continue;
            }
            if (says == null && (toAdvertisers(clause) || AdvertisingHints.withWhatGoesBefore(clause, reading))) {
                says = Boolean.TRUE;
            }
            if (says == null && AdvertisingHints.in(clause, reading)) {
                hints.add(quotes.of(clause, 0.65));
            }
            if (says == null && (SharingDenial.abstains(clause) || SharingDenial.forbids(clause) || SharingDenial.hasNone(clause)
                    || Answers.denies(clause, reading, Concept.TARGETED_ADS) || Answers.deniesInPassing(clause, Concept.TARGETED_ADS))) {
                abstentions.add(quotes.of(clause, 0.75));
            }
            if (says == null && (AdvertisingHints.usedForAdvertising(clause, modes)
                    || clause.anyStatement(s -> s.practice() == Practice.SELL && SharingDenial.orShare(clause, s) && SaleExtractor.presupposed(clause, s)))) {
                uses.add(quotes.of(clause, 0.6));
            }
            statutory |= says != null && !says && SharingDenial.inTheStatutesSense(clause);
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

    /** Whether the clause itself says that information goes to others for advertising, rather than that others advertise. */
    private static boolean plainly(Clause clause) {
        return clause.anyStatement(s -> (s.practice() == Practice.SHARE_FOR_ADVERTISING || s.practice() == Practice.SELL) && s.actor() == Actor.BUSINESS
                && s.polarity() == Polarity.POSITIVE && (s.speech() == Speech.ASSERTION || s.modality() == Modality.CONCEDED)) && clause.has(Concept.PERSONAL)
                || clause.has(Concept.AD_PARTNER) && clause.anyStatement(s -> s.practice() == Practice.COLLECT && s.polarity() == Polarity.POSITIVE);
    }

    /** True where the clause says that the business shares, false where it denies it, null where it does neither. */
    private static Boolean says(Clause clause, PolicyReading reading) {
        if (clause.statements().isEmpty() && !clause.hasAny(Concept.TARGETED_ADS, Concept.CONCESSION) || SaleExtractor.isTold(clause) || headsColumn(clause)
                || clause.opensWithMany() && !clause.has(Concept.BUSINESS)) {
            return null;
        }
        if (clause.has(Concept.CONCESSION) && clause.has(Concept.SHARE_WORD) && concedesSharing(clause)) {
            return Boolean.TRUE;
        }
        boolean sellOrShare = false;
        boolean denied = false;
        for (Statement statement : clause.statements()) {
            if (statement.actor() != Actor.BUSINESS || statement.speech() != Speech.ASSERTION || statement.modality() == Modality.CONDITIONAL
                    || SharingDenial.fragment(clause, statement) || SaleExtractor.beforeSelling(clause, statement) || SaleExtractor.ifResident(clause, statement)
                    || SaleDenial.ofAnyBusiness(clause, statement)) {
                continue;
            }
            if (ExceptedAdvertising.from(clause, statement)) {
                return Boolean.TRUE;
            }
            if (statement.polarity() == Polarity.NEGATIVE) {
                denied |= SharingDenial.denies(clause, statement, reading);
            } else if (statement.practice() == Practice.SELL && SharingDenial.orShare(clause, statement)) {
                sellOrShare |= !MinorsSaleExtractor.onlyMinors(clause, statement)
                        && (statement.actorStated() || !Answers.deniedBehindColon(clause, clause.tokens().firstFrom(statement.start())))
                        && (statement.object() == Statement.Subject.PERSONAL_INFORMATION || statement.modality() == Modality.CONCEDED);
            }
        }
        if (sellOrShare || denied) {
            return sellOrShare;
        }
        if (!advertises(clause) || SharingDenial.keepsFrom(clause) || clause.has(Concept.DNT) || ofAnonymousData(clause) || AdvertisingHints.offersChoice(clause) || defines(clause)
                || AdvertisingHints.inbound(clause) || AdvertisingHints.excludes(clause)) {
            return null;
        }
        if ((clause.has(Concept.RIGHT_WORD, "opt_out") || clause.has(Concept.NOT_REQUEST) && !worksTogether(clause) && !othersUse(clause))
                && !clause.anyStatement(s -> s.actor() == Actor.BUSINESS && s.speech() == Speech.ASSERTION)) {
            return null;
        }
        if (clause.deniedByLead()) {
            return null;
        }
        boolean pronoun = clause.anyStatement(s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.polarity() == Polarity.POSITIVE && s.actor() == Actor.BUSINESS
                && s.actorStated() && s.speech() == Speech.ASSERTION
                && ofPronoun(clause, s));
        boolean third = clause.has(Concept.AD_PARTNER) || clause.has(Concept.THIRD_PARTY)
                || clause.has(Concept.TARGETED_ADS, "placed") && clause.hasAny(Concept.PERSONAL, Concept.ELEMENT)
                && clause.anyStatement(s -> s.practice() == Practice.USE && s.polarity() == Polarity.POSITIVE);
        boolean shares = clause.anyStatement(s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.polarity() == Polarity.POSITIVE
                && s.actor() != Actor.CONSUMER && s.speech() == Speech.ASSERTION && s.modality() != Modality.CONDITIONAL && !toReader(clause, s));
        boolean data = clause.anyStatement(s -> s.practice() == Practice.SHARE_FOR_ADVERTISING && s.polarity() == Polarity.POSITIVE && s.actor() == Actor.BUSINESS
                && s.object() == Statement.Subject.PERSONAL_INFORMATION && clause.covers(Concept.SHARE_WORD, clause.tokens().firstFrom(s.start())));
        if (third && (shares || !denied(clause)) || shares && (clause.has(Concept.PERSONAL) || data || pronoun)) {
            return Boolean.TRUE;
        }
        return null;
    }

    /** Whether advertising to somebody is named, and not only "sell or share". */
    static boolean advertises(Clause clause) {
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
        return relative != null && clause.to() - clause.from() < COLUMN_HEAD && clause.covers(Concept.BUSINESS, Math.min(relative.to(), clause.to() - 1))
                && clause.has(Concept.THIRD_PARTY)
                && relative.from() > clause.first(Concept.THIRD_PARTY).from() && clause.hasWithin(Concept.SELL, relative.to(), clause.to());
    }

    /** "We send you letters and show you advertising": what is given to the reader goes to nobody else. */
    private static boolean toReader(Clause clause, Statement statement) {
        int object = clause.tokens().firstFrom(statement.end());
        return object < clause.to() && clause.tokens().is(object, "you") && !clause.covers(Concept.TARGETED_ADS, object);
    }

    /** "We may share it". */
    private static boolean ofPronoun(Clause clause, Statement statement) {
        int object = clause.tokens().firstFrom(statement.end());
        return object < clause.to() && (clause.tokens().is(object, "it") || clause.tokens().is(object, "them"));
    }

    /** "Some of this may be treated as 'sharing'". */
    private static boolean concedesSharing(Clause clause) {
        Tokens tokens = clause.tokens();
        for (Mention mention : clause.mentions()) {
            if (mention.concept() != Concept.CONCESSION || !tokens.isAny(mention.from(), MAY)
                    && !(actOfOurs(clause, mention.from()) && clause.hasAny(Concept.LAW, Concept.CALIFORNIA))) {
                continue;
            }
            int share = mention.to();
            while (share < clause.to() && (tokens.is(share, '"') || tokens.is(share, ',') || tokens.is(share, "a") || tokens.is(share, "to") || tokens.is(share, "or")
                    || clause.covers(Concept.SELL, share))) {
                share++;
            }
            if (share < clause.to() && (tokens.is(share, "sharing") || tokens.is(share, "share"))
                    && (tokens.is(share - 1, '"') || clause.hasAny(Concept.TARGETED_ADS, Concept.AD_PARTNER))) {
                int begin = mention.from();
                while (begin > clause.from() && !tokens.is(begin, "but") && !tokens.is(begin, "however") && !tokens.is(begin, ';')) {
                    begin--;
                }
                return !clause.hasWithin(Concept.RIGHT, begin, mention.from()) && (!clause.hasWithin(Concept.CONDITION, begin, mention.from()) || choosesTo(clause, begin))
                        && !clause.hasWithin(Concept.NEGATION, begin, mention.from());
            }
        }
        return false;
    }

    /** "If you accept advertising cookies": a condition that people meet by what they choose. */
    private static boolean choosesTo(Clause clause, int begin) {
        boolean asks = begin + 3 < clause.to() && (clause.tokens().is(begin, "if") || clause.tokens().is(begin, "when")) && clause.tokens().is(begin + 1, "you");
        return asks && clause.tokens().isAny(begin + 2, CHOOSES) && !clause.tokens().is(begin + 3, "out");
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
        return onlyCounted(clause) || !clause.has(Concept.PERSONAL) && clause.anyStatement(s -> s.object() == Statement.Subject.AGGREGATED_INFORMATION
                && (s.practice() == Practice.SHARE_FOR_ADVERTISING || s.practice() == Practice.DISCLOSE));
    }

    /** "Only on an aggregate basis", "tell them the number of visitors": nobody in particular. */
    private static boolean onlyCounted(Clause clause) {
        Tokens tokens = clause.tokens();
        // Beside what is given of each, the number says nothing.
        boolean ofEach = clause.hasAny(Concept.TARGETED_ADS, Concept.ELEMENT) || clause.hasWord("personal");
        for (int i = clause.from() + 1; i + 2 < clause.to() && !ofEach; i++) {
            if (tokens.is(i, "number") && tokens.is(i + 1, "of") && tokens.isAny(i + 2, PEOPLE)) {
                return true;
            }
        }
        Mention aggregated = clause.first(Concept.AGGREGATED);
        for (int i = aggregated == null ? -1 : aggregated.from() - 1; i > clause.from() && i >= aggregated.from() - ONLY; i--) {
            if (tokens.is(i, "only")) {
                return true;
            }
        }
        return false;
    }

    /** "We work with a partner that …". */
    private static boolean worksTogether(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            boolean with = (tokens.is(i, "work") || tokens.is(i, "partner") || tokens.is(i, "contract")) && tokens.is(i + 1, "with");
            if ((with || (tokens.is(i, "engage") || tokens.is(i, "hire") || tokens.is(i, "use")) && clause.covers(Concept.THIRD_PARTY, i + 1))
                    && clause.covers(Concept.BUSINESS, i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "We and our partners use it to …", "Advertisers use what they learn from your visits": told of what others do here. */
    private static boolean othersUse(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean and = clause.from() + 2 < clause.to() && tokens.is(clause.from(), "we") && tokens.is(clause.from() + 1, "and");
        return (and || clause.has(Concept.AD_PARTNER) && (clause.has(Concept.BUSINESS) || clause.hasWord("our")))
                && clause.anyStatement(s -> s.actor() == Actor.PARTNER && s.actorStated() && s.polarity() == Polarity.POSITIVE && s.speech() == Speech.ASSERTION
                && (s.practice() == Practice.USE || s.practice() == Practice.COLLECT));
    }

    /** An item of a list of recipients that names advertising networks. */
    private boolean toAdvertisers(Clause clause) {
        return clause.block().kind() == Block.Kind.LIST_ITEM && clause.has(Concept.AD_NETWORK) && clause.lead() != null
                && !clause.has(Concept.NEGATION) && modes.of(clause.lead()) == Mode.DISCLOSES;
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

    /** "What does 'sale' or 'sharing' mean?" */
    private static boolean asksMeaning(Clause heading) {
        return heading.has(Concept.DEFINITION) && heading.hasAny(Concept.SELL, Concept.SHARE_WORD) && !heading.has(Concept.BUSINESS);
    }

    /** Whether the clause tells what "sharing" or targeted advertising is, or stands in a list that does. */
    static boolean defines(Clause clause) {
        Tokens tokens = clause.tokens();
        if (clause.lead() != null && !clause.lead().has(Concept.BUSINESS) && !clause.headings().isEmpty() && asksMeaning(clause.headings().get(0))) {
            return true;
        }
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
            if (tokens.is(verb, "to") && verb + 1 < clause.to() && tokens.isAny(verb + 1, DEFINES) && clause.hasWithin(Concept.DEFINITION, mention.from() - TERM, mention.from())) {
                return true;
            }
            if (tokens.is(verb, "may") || tokens.is(verb, "can")) {
                verb += verb + 1 < clause.to() && tokens.is(verb + 1, "also") ? 2 : 1;
            }
            if (verb < clause.to() && tokens.isAny(verb, DEFINES)) {
                return true;
            }
        }
        return false;
    }
}
