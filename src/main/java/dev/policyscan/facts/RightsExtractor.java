package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rights that the policy describes as available to California or US consumers, or to all users. */
final class RightsExtractor {
    private static final WordSet OCCASIONS = WordSet.of("when", "if", "whenever", "where", "as");
    private static final WordSet SETTINGS = WordSet.of("mind", "password", "settings", "setting", "notification", "notifications", "preference", "preferences");

    /** What stands before a verb that asks for nothing: "if that changes", "this limits". */
    private static final WordSet SUBJECTS = WordSet.of("that", "this", "it", "which", "we");
    /** Tokens of a clause within which it names what one opts out of. */
    private static final int OPENING = 5;
    /** Tokens from a verb, over others beside it, to the object of them all. */
    private static final int OBJECT = 9;
    private static final WordSet TEXTS = WordSet.of("policy", "notice", "statement", "policies", "terms", "disclosures", "supplement", "addendum", "notices");
    private static final WordSet REVISIONS = WordSet.of("changes", "updates", "amendments", "modifications", "revisions", "change", "update", "amendment", "modification", "revision");
    /** Tokens from "changes to" to the text that they are made in: "to our California Consumer Privacy Notice". */
    private static final int TEXT = 7;
    private static final WordSet EXEMPTIONS = WordSet.of("exception", "exceptions", "exemption", "exemptions");
    private static final WordSet GIVING = WordSet.of("providing", "giving", "offering", "granting", "first", "notice");
    private static final WordSet SHARING = WordSet.of("share", "sharing");
    private static final WordSet SELLING = WordSet.of("sell", "selling", "sale", "sales", "advertising");
    /** Nouns, and what has been done: "changes", "updated". */
    private static final WordSet DONE = WordSet.of("changes", "updates", "changed", "updated", "amendments", "edits");
    private static final WordSet BE = WordSet.of("is", "are", "was", "were", "be", "being");
    /** Before "access rights" of those who run the systems. */
    private static final WordSet OPERATING = WordSet.of("special", "system", "admin", "administrator", "administrative", "security", "limited", "our", "restricted");
    private static final WordSet USES = WordSet.of("use", "uses", "processing", "disclosure", "disclosures");
    private static final WordSet DETERMINERS = WordSet.of("your", "the", "their", "certain", "any", "some", "my");
    /** Whose the information is, where the policy does not address the reader. */
    private static final WordSet OWNERS = WordSet.of("your", "their", "his", "her");
    /** A clause of its own begins with them. */
    private static final WordSet SPEAKERS = WordSet.of("we", "you", "they", "if", "before", "consent");
    private static final WordSet GETS = WordSet.of("receive", "obtain", "get", "request");
    private static final WordSet LOSES = WordSet.of("lose", "losing", "loses", "lost");
    private static final WordSet GRANTS = WordSet.of("grant", "grants", "granting");
    private static final WordSet RESERVES = WordSet.of("reserve", "reserves", "reserving");
    private static final WordSet RETAINS = WordSet.of("retain", "retains", "retaining", "keep", "keeps");

    private static final WordSet PERMITS = WordSet.of("grant", "granting", "granted", "give", "giving", "given", "allow", "allowing", "permit", "permitting");
    private static final WordSet WITHDRAWS = WordSet.of("revoke", "revoking", "remove", "removing", "withdraw", "withdrawing", "disable", "disabling", "deny", "denying", "block", "blocking", "prevent",
            "preventing", "disallow", "terminate", "terminating");
    /** Between such a verb and "access" where it is the consumer's, or where something else begins. */
    private static final WordSet NOT_OF_BUSINESS = WordSet.of("you", "your", "or", "and", "them", "individuals", "consumers", "users", "to", "of", "information", "data");
    private static final WordSet NEEDED = WordSet.of("require", "requires", "required", "requiring", "necessary", "obligated", "obliged", "need", "trigger", "triggers");
    private static final WordSet ASKS = WordSet.of("ask", "tell", "have");
    private static final WordSet PRONOUNS = WordSet.of("it", "them", "what", "everything", "all");

    private final Regions regions;
    private final Quotes quotes;
    private final Map<Right, List<Evidence>> found = new EnumMap<>(Right.class);

    RightsExtractor(Regions regions, Quotes quotes) {
        this.regions = regions;
        this.quotes = quotes;
    }

    SetFact<Right> extract(PolicyReading reading) {
        for (Clause clause : reading.clauses()) {
            if (clause.hasAny(Concept.RIGHT, Concept.RIGHT_WORD) && !regions.isForeign(clause) && !parental(clause)) {
                read(clause);
            }
            if (continuesOptOut(clause) && !regions.isForeign(clause)) {
                found.computeIfAbsent(Right.OPT_OUT, r -> new ArrayList<>()).add(quotes.of(clause, 0.9));
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        found.values().forEach(list -> evidence.add(Quotes.best(list).get(0)));
        return new SetFact<>(List.copyOf(found.keySet()), evidence);
    }

    private void read(Clause clause) {
        boolean section = clause.underHeading(Concept.RIGHT_FRAME) || clause.isHeading() && clause.has(Concept.RIGHT_FRAME);
        boolean led = clause.lead() != null && clause.leadWith(Concept.RIGHT_FRAME) != null;
        boolean framed = clause.has(Concept.RIGHT_FRAME) || led || section || ofResidents(clause) || clause.has(Concept.REQUEST_TRIGGER) && clause.tokens().is(clause.from(), "to");
        boolean excluded = clause.has(Concept.NOT_REQUEST) && !namesRights(clause) && !(several(clause) && SelfService.aboutData(clause)) || reserves(clause) || licenses(clause);
        for (Mention mention : clause.mentions()) {
            if (mention.concept() != Concept.RIGHT && mention.concept() != Concept.RIGHT_WORD) {
                continue;
            }
            String name = mention.entry().name();
            if (name.equals("non_discrimination")) {
                if (framed || clause.has(Concept.NEGATION) && exercised(clause)) {
                    add(mention, clause, 0.9);
                }
            } else if (framed && !excluded && !inapplicable(clause, mention) && !ofSettings(clause, mention) && (name.equals("opt_out") || !OthersActs.of(clause, mention))) {
                if (mention.concept() == Concept.RIGHT) {
                    boolean ofRight = listed(clause, mention);
                    boolean named = ofRight || namesRight(clause, mention) || beforeRights(clause, mention) || name.equals("opt_out")
                            && clause.hasWithin(Concept.OPT_OUT_OBJECT, mention.to() - 1, mention.to() + 2);
                    boolean placed = section && rightsHeading(clause) || led;
                    if (accepted(clause, mention, section || led) && (named || placed || SelfService.aboutData(clause))) {
                        add(mention, clause, ofRight && !clause.isHeading() ? 0.95 : named || placed ? 0.9 : 0.85);
                        if (name.equals("opt_out") && optsOutOfSensitiveUse(clause, mention)) {
                            found.computeIfAbsent(Right.LIMIT, r -> new ArrayList<>()).add(quotes.of(clause, 0.85));
                        }
                    }
                } else if (name.equals("limit") && accepted(clause, mention, false) && !bounded(clause, mention)) {
                    add(mention, clause, 0.8);
                } else if (!name.equals("limit") && !tellsOfChange(clause, mention) && (opens(clause, mention) && (led || section && rightsHeading(clause)) || listed(clause, mention)
                        || beforeRights(clause, mention)) && accepted(clause, mention, true)) {
                    add(mention, clause, 0.8);
                }
            }
        }
    }

    /** "You may opt out of:" in a list's lead or "Opt out" in a heading, and what of in the clause under it. */
    private static boolean continuesOptOut(Clause clause) {
        Clause above = clause.lead() != null ? clause.lead() : clause.headings().isEmpty() || !clause.tokens().is(clause.from(), "of") ? null : clause.headings().get(0);
        return clause.lead() != null && asksNotToSell(clause) || above != null && !clause.isHeading() && above.has(Concept.RIGHT, "opt_out") && !above.has(Concept.NOT_REQUEST)
                && !above.has(Concept.NEGATION)
                && !clause.has(Concept.NOT_REQUEST) && clause.hasWithin(Concept.OPT_OUT_OBJECT, clause.from(), clause.from() + OPENING);
    }

    /** "You have the right to request:", and under it "that we do not sell your information". */
    private static boolean asksNotToSell(Clause clause) {
        Tokens tokens = clause.tokens();
        int behind = clause.behindBusiness(clause.from() + 1);
        int not = behind < clause.to() && (tokens.is(behind, "do") || tokens.is(behind, "does")) ? behind + 1 : behind;
        return tokens.is(clause.from(), "that") && not + 1 < clause.to() && behind > clause.from() + 1 && tokens.is(not, "not")
                && (tokens.is(not + 1, "sell") || tokens.is(not + 1, "share")) && clause.leadWith(Concept.RIGHT_FRAME) != null;
    }

    /** "We reserve the right to change this policy", "Heron retains the right to close an account", "we have the right", "we are entitled". */
    private static boolean reserves(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean holds = tokens.isAny(i, RETAINS) || i > clause.from() && tokens.is(i, "have") && tokens.is(i - 1, "we");
            boolean entitled = i > clause.from() + 1 && tokens.is(i, "entitled") && clause.covers(Concept.BUSINESS, i - 2);
            if (tokens.isAny(i, RESERVES) || entitled || holds && i + 2 < clause.to() && tokens.is(i + 1, "the") && tokens.is(i + 2, "right")) {
                return true;
            }
        }
        return false;
    }

    /** "You grant us the right and license to reproduce and modify it". */
    private static boolean licenses(Clause clause) {
        return clause.hasAny(GRANTS) && (clause.hasWord("license") || clause.hasWord("licence") || clause.hasWord("royalty"));
    }

    /** "Residents of Colorado may …". */
    private static boolean ofResidents(Clause clause) {
        return clause.hasWord("residents") && clause.has(Concept.REGION_US) && clause.has(Concept.MODAL, "may");
    }

    /** "Your", "their", "users'": whose the information is. */
    private static boolean owner(Clause clause, int token) {
        return clause.tokens().isAny(token, OWNERS) || clause.covers(Concept.CONSUMER, token);
    }

    private static boolean namesRights(Clause clause) {
        return clause.hasWord("right") || clause.hasWord("rights");
    }

    private static boolean namesRight(Clause clause, Mention mention) {
        for (int i = mention.from(); i + 1 < Math.min(clause.to(), mention.to() + OPENING); i++) {
            if (clause.tokens().is(i, "what") && (clause.tokens().is(i + 1, "we") || clause.tokens().is(i + 1, "you"))) {
                return true;
            }
        }
        for (int i = Math.max(clause.from(), mention.from() - 6); i < mention.to(); i++) {
            if (clause.tokens().is(i, "right") || clause.tokens().is(i, "rights") || clause.tokens().is(i, "request") || clause.tokens().is(i, "requests")
                    || clause.tokens().isAny(i, ASKS) && ofPronoun(clause, mention) || entitles(clause, i)) {
                return true;
            }
        }
        return false;
    }

    /** "You are entitled to": a right in other words, unless it is the business's or there is none. */
    private static boolean entitles(Clause clause, int i) {
        return i + 1 < clause.to() && clause.tokens().is(i, "entitled") && clause.tokens().is(i + 1, "to") && !clause.hasWithin(Concept.BUSINESS, i - 2, i)
                && !clause.hasWithin(Concept.NEGATION, i - 2, i);
    }

    /** "Ask what we have about you", "ask that we delete it", "have it erased": the information of the sentences before. */
    private static boolean ofPronoun(Clause clause, Mention mention) {
        for (int i = mention.from(); i <= Math.min(clause.to() - 1, mention.to()); i++) {
            if (clause.tokens().isAny(i, PRONOUNS)) {
                return true;
            }
        }
        return false;
    }

    /** "The right to limit does not apply", "uses that fall under the exceptions to the right to limit". */
    private static boolean inapplicable(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = Math.max(clause.from() + 3, mention.from() - 2); i <= mention.from(); i++) {
            if (tokens.is(i, "right") && tokens.is(i - 2, "to") && tokens.isAny(i - 3, EXEMPTIONS)) {
                return true;
            }
        }
        if (mention.entry().name().equals("limit") && unneeded(clause, mention)) {
            return true;
        }
        for (int i = mention.to(); i + 1 < clause.to(); i++) {
            if (tokens.is(i, "not") && (tokens.is(i + 1, "apply") || tokens.is(i + 1, "applicable") || tokens.is(i + 1, "available"))) {
                return true;
            }
        }
        return false;
    }

    /** "We are not required to offer a right to limit", "for purposes that do not require a right to limit": there is none. */
    private static boolean unneeded(Clause clause, Mention mention) {
        boolean right = clause.tokens().is(mention.from(), "right") || mention.from() > clause.from() + 1 && clause.tokens().is(mention.from() - 2, "right");
        if (!right || !clause.has(Concept.NEGATION)) {
            return false;
        }
        for (int i = mention.from() - 1; i >= clause.from() && i >= mention.from() - OBJECT; i--) {
            if (clause.tokens().isAny(i, NEEDED)) {
                return clause.hasWithin(Concept.NEGATION, clause.from(), i);
            }
        }
        return false;
    }

    private static boolean deniesUse(Clause clause) {
        return clause.anyStatement(s -> s.actor() == Statement.Actor.BUSINESS && s.polarity() == Statement.Polarity.NEGATIVE
                && (s.practice() == Statement.Practice.USE || s.practice() == Statement.Practice.DISCLOSE || s.practice() == Statement.Practice.COLLECT));
    }

    private static boolean exercised(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            String word = tokens.word(i);
            if (word.startsWith("exercis") || word.equals("rights") || word.equals("request") || word.equals("ccpa")) {
                return true;
            }
        }
        return false;
    }

    private void add(Mention mention, Clause clause, double confidence) {
        Right right = Right.valueOf(mention.entry().name().toUpperCase(Locale.ROOT));
        found.computeIfAbsent(right, r -> new ArrayList<>()).add(quotes.of(clause, confidence));
    }

    private static boolean rightsHeading(Clause clause) {
        for (Clause heading : clause.headings()) {
            for (int i = heading.from(); i < heading.to(); i++) {
                if (heading.tokens().is(i, "rights") || heading.tokens().is(i, "right")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean accepted(Clause clause, Mention mention, boolean context) {
        return switch (mention.entry().name()) {
            case "know" -> !denied(clause, mention) && !ofManner(clause, mention) && !needed(clause, mention) && !ofGoods(clause, mention)
                    && !isOccasion(clause, mention);
            case "correct" -> !denied(clause, mention) && !ofUse(clause, mention) && !ofPolicy(clause, mention) && !byBusiness(clause, mention)
                    && !clause.covers(Concept.DATE_UPDATED, mention.from());
            case "opt_out" -> optOut(clause, mention);
            case "delete" -> !impossible(clause, mention) && !fromLists(clause, mention);
            case "limit" -> (!deniesUse(clause) || mention.from() == clause.from() && !clause.isHeading() && clause.leadWith(Concept.RIGHT_FRAME) != null) && (namesLimit(clause, mention) || !ofBusiness(clause, mention) && clause.has(Concept.SENSITIVE_USE))
                    || clause.leadWith(Concept.SENSITIVE_USE) != null && context;
            case "portability" -> !(mention.from() > clause.from() && clause.tokens().is(mention.from() - 1, "insurance"))
                    && (portable(clause, mention) || ofYourAbility(clause, mention) || (clause.has(Concept.RIGHT_FRAME) || mention.from() == clause.from() && (clause.hasAny(OWNERS) || clause.has(Concept.CONSUMER))
                    && clause.leadWith(Concept.RIGHT_FRAME) != null || clause.tokens().isAny(clause.from(), GETS) && clause.leadWith(Concept.RIGHT_FRAME) != null)
                    && !handsOver(clause)
                    || clause.tokens().is(mention.from(), "export") && mention.from() <= clause.from() + 1 && clause.lead() != null);
            default -> true;
        };
    }

    /** "Request information on how to choose", "know your choices", "wish to receive a response", "access and use the site": what is had is not what the business holds. */
    private static boolean ofManner(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        boolean choices = mention.to() + 1 < clause.to() && tokens.is(mention.to() - 1, "know") && tokens.is(mention.to(), "your") && tokens.is(mention.to() + 1, "choices");
        boolean access = tokens.is(mention.to() - 1, "access");
        boolean uses = mention.to() + 1 < clause.to() && access && tokens.is(mention.to(), "and") && tokens.is(mention.to() + 1, "use");
        boolean lost = access && mention.to() - 2 >= clause.from() && tokens.isAny(mention.to() - 2, LOSES);
        boolean operating = tokens.is(mention.to() - 1, "rights") && tokens.is(mention.from(), "access") && mention.from() > clause.from() && tokens.isAny(mention.from() - 1, OPERATING);
        boolean kept = mention.from() == clause.from() && tokens.is(mention.from(), "access") && clause.has(Concept.RIGHT_WORD, "limit") && bounded(clause, clause.first(Concept.RIGHT_WORD, "limit"));
        if (choices || uses || lost || operating || kept || ofAbility(clause, mention) || ofBusinessAccess(clause, mention)) {
            return true;
        }
        if (mention.to() + 1 < clause.to() && tokens.is(mention.to() - 1, "receive") && tokens.is(mention.to() + 1, "response")) {
            return true;
        }
        for (int i = mention.to(); i + 1 < Math.min(clause.to(), mention.to() + 3) && tokens.is(mention.to() - 1, "information"); i++) {
            if (tokens.is(i, "how") && tokens.is(i + 1, "to")) {
                return true;
            }
        }
        return false;
    }

    /** "When you request information through our site, we collect", "by letting us know whether": nothing that one may learn of data. */
    private static boolean isOccasion(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        int before = mention.from() - 1;
        if (before > clause.from() && tokens.is(mention.from(), "know") && tokens.is(before, "us")) {
            return true;
        }
        return before > clause.from() && tokens.is(mention.from(), "request") && tokens.is(mention.to() - 1, "information") && tokens.is(before, "you") && tokens.isAny(before - 1, OCCASIONS)
                && clause.anyStatement(s -> s.practice() == Statement.Practice.COLLECT && s.actor() == Statement.Actor.BUSINESS && s.actorStated());
    }

    /** "Revoke our access to your photos", "grant the app access to your contacts": access that the business has; "lose access to your account". */
    private static boolean ofBusinessAccess(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        if (!tokens.is(mention.from(), "access") || mention.to() - mention.from() < 2) {
            return false;
        }
        for (int i = mention.from() - 1; i >= clause.from() && i >= mention.from() - OPENING && tokens.kind(i) != Tokens.Kind.PUNCTUATION; i--) {
            if (tokens.isAny(i, WITHDRAWS) || tokens.isAny(i, LOSES) || tokens.isAny(i, PERMITS) && i < mention.from() - 1) {
                return !clause.hasWithin(NOT_OF_BUSINESS, i + 1, mention.from());
            }
        }
        return false;
    }

    /** "Our services' ability to access your information": of the business. */
    private static boolean ofAbility(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.from() - 1; i > clause.from() && i >= mention.from() - 3; i--) {
            if (tokens.is(i, "ability") || tokens.is(i, "abilities")) {
                return !owner(clause, i - 1) && clause.hasWithin(Concept.BUSINESS, i - 3, i) || tokens.is(i - 1, "our") || i - 2 >= clause.from() && tokens.is(i - 2, "our");
            }
        }
        return false;
    }

    /** "You do not wish to receive letters", "if you no longer wish to". */
    private static boolean denied(Clause clause, Mention mention) {
        return mention.from() > clause.from() && (clause.covers(Concept.NEGATION, mention.from() - 1) || clause.tokens().is(mention.from() - 1, "longer"));
    }

    /** "Remove your information from our mailing lists": unsubscribing. */
    private static boolean fromLists(Clause clause, Mention mention) {
        for (int i = mention.from(); i < Math.min(clause.to(), mention.to() + OPENING); i++) {
            if (clause.tokens().is(i, "from")) {
                return clause.hasWithin(Concept.NOT_REQUEST, i, i + OPENING);
            }
        }
        return false;
    }

    /** "It is not always possible to delete all of your data". */
    private static boolean impossible(Clause clause, Mention mention) {
        for (int i = mention.from() - 1; i > clause.from() + 1 && i >= mention.from() - OBJECT; i--) {
            if (clause.tokens().is(i, "possible")) {
                return clause.tokens().is(i - 1, "not") || clause.tokens().is(i - 2, "not");
            }
        }
        return false;
    }

    /** "The Right to Know, the Right to Limit, …": by the name the law has made of it. */
    private static boolean namesLimit(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        int last = mention.to() - 1;
        return tokens.is(last, "limit") && tokens.capitalized(last) && tokens.is(mention.from(), "right")
                && (mention.to() == clause.to() || tokens.kind(mention.to()) == Tokens.Kind.PUNCTUATION) && !clause.isHeading();
    }

    /** "We may change or update this notice": of rights though it is. */
    private static boolean byBusiness(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.to() - 1; i > clause.from() && i >= mention.from() - OPENING; i--) {
            if (tokens.is(i, "able") && clause.hasWithin(Concept.NEGATION, i - 3, i)) {
                // "We are not always able to modify it".
                return clause.hasWithin(Concept.BUSINESS, i - OPENING, i);
            }
        }
        int behind = clause.behindBusiness(clause.from());
        return behind > clause.from() && behind < clause.to() && clause.covers(Concept.MODAL, behind)
                && !clause.hasWord("you") && !clause.hasWord("your");
    }

    /** "Change or narrow our use of it": what is changed is not the information. */
    private static boolean ofUse(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.to(); i + 1 < Math.min(clause.to(), mention.to() + OBJECT) && !clause.covers(Concept.PERSONAL, i); i++) {
            if (tokens.is(i, "our") && clause.covers(Concept.USE, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "Heron will update this privacy policy", "it may change from time to time", "we change the date of the last update". */
    private static boolean ofPolicy(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        if (tokens.is(mention.to() - 1, "change") && mention.to() + 2 < clause.to() && tokens.is(mention.to(), "from") && tokens.is(mention.to() + 2, "to")) {
            return true;
        }
        for (int i = mention.to() - 1; i < Math.min(clause.to(), mention.to() + OPENING - 2); i++) {
            if (i >= mention.to() && tokens.isAny(i, TEXTS) && (tokens.is(i - 1, "this") || tokens.is(i - 1, "our") || tokens.is(i - 1, "privacy"))) {
                return true;
            }
        }
        return revises(clause, mention.to()) || clause.hasWord("last") && clause.hasWithin(Concept.DATE_UPDATED, mention.to(), mention.to() + OPENING - 2);
    }

    /** "Changes to Our Supplemental Notice". */
    private static boolean revises(Clause clause, int to) {
        Tokens tokens = clause.tokens();
        if (to >= clause.to() || !tokens.isAny(to - 1, REVISIONS) || !tokens.is(to, "to") && !tokens.is(to, "in")) {
            return false;
        }
        return clause.hasWithin(TEXTS, to, Math.min(clause.to(), to + TEXT));
    }

    /** "We limit our use", unless it is what one asks for: "request we limit". */
    private static boolean ofBusiness(Clause clause, Mention mention) {
        int we = mention.from() - 1;
        Tokens tokens = clause.tokens();
        return we >= clause.from() && tokens.is(we, "we") && !(we > clause.from() && (tokens.is(we - 1, "request") || tokens.is(we - 1, "ask")));
    }

    /** "You may request information about our products". */
    private static boolean ofGoods(Clause clause, Mention mention) {
        return clause.tokens().is(mention.to() - 1, "information") && clause.hasWithin(Concept.GOODS, mention.to(), mention.to() + 4) && !clause.has(Concept.PERSONAL);
    }

    /** "We do need to know which record is yours." */
    private static boolean needed(Clause clause, Mention mention) {
        for (int i = Math.max(clause.from(), mention.from() - 3); i < mention.from(); i++) {
            if (clause.tokens().is(i, "need") || clause.tokens().is(i, "needs")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the phrase itself speaks of portability or a usable format, not only of a transfer to somebody. */
    private static boolean portable(Clause clause, Mention mention) {
        for (int i = mention.from(); i < mention.to(); i++) {
            String word = clause.tokens().word(i);
            if (word.startsWith("port") || word.startsWith("machine") || word.startsWith("us") && word.endsWith("able") || word.startsWith("readily")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the business that hands the information over, for purposes of its own. */
    private static boolean handsOver(Clause clause) {
        return clause.anyStatement(s -> s.practice() == Statement.Practice.DISCLOSE && s.actor() == Statement.Actor.BUSINESS && s.actorStated()
                && s.speech() == Statement.Speech.ASSERTION);
    }

    /** Whether an opt-out is one of sale, sharing or targeted advertising; that of "sharing your location" is a setting. */
    private static boolean optOut(Clause clause, Mention mention) {
        if (mention.from() > clause.from() && clause.tokens().is(mention.from() - 1, "no")) {
            // "Offers no opt-out".
            return false;
        }
        if (ofSellers(clause, mention) || neverWithout(clause, mention) || withBusiness(clause, mention)) {
            return false;
        }
        for (Mention other : clause.mentions(Concept.OPT_OUT_OBJECT)) {
            boolean ofPlace = other.to() < clause.to() && clause.tokens().is(other.to(), "location") && !clause.has(Concept.THIRD_PARTY);
            if (!ofPlace && other.from() - mention.to() <= 14 && mention.from() - other.to() <= 12) {
                return true;
            }
        }
        if (clause.isHeading() && clause.has(Concept.OPT_OUT_OBJECT)) {
            return true;
        }
        return several(clause) && clause.has(Concept.REGION_US) && optsOutOfMore(clause, mention);
    }

    /** "Opt out of sales and of certain uses of sensitive information": the last of what one may opt out of. */
    private static boolean optsOutOfSensitiveUse(Clause clause, Mention mention) {
        if (!clause.has(Concept.SENSITIVE_USE)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (Mention sensitive : clause.mentions(Concept.SENSITIVE_USE)) {
            int of = sensitive.from() - 1;
            while (of > mention.to() && (tokens.isAny(of, DETERMINERS) || tokens.is(of, '"'))) {
                of--;
            }
            if (of > mention.to() && tokens.is(of, "of") && tokens.isAny(of - 1, USES) && !clause.hasWithin(SPEAKERS, mention.to(), of)) {
                return true;
            }
        }
        return false;
    }

    /** "The law requires businesses that sell information to provide an opt-out": of whoever does. */
    private static boolean ofSellers(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 2 < mention.from(); i++) {
            if ((tokens.is(i, "businesses") || tokens.is(i, "companies")) && tokens.is(i - 1, "requires") && tokens.is(i + 1, "that")
                    && (clause.covers(Concept.SELL, i + 2) || clause.covers(Concept.SELL, i + 3))) {
                return true;
            }
        }
        return false;
    }

    /** "We will not sell it without giving you an opportunity to opt out": one that is not there yet. */
    private static boolean neverWithout(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.from() - 1; i > clause.from() && i >= mention.from() - OBJECT; i--) {
            if (tokens.is(i - 1, "without") && tokens.isAny(i, GIVING)) {
                return clause.has(Concept.NEGATION);
            }
        }
        return false;
    }

    /** "Stop sharing your route with Heron", "whether to share readings with us": what the consumer hands to the business itself. */
    private static boolean withBusiness(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.from(); i + 1 < Math.min(clause.to(), mention.to() + OBJECT); i++) {
            if (tokens.is(i, "with") && clause.covers(Concept.BUSINESS, i + 1) && !tokens.is(i + 1, "our")) {
                return clause.hasWithin(SHARING, mention.from(), i) && !clause.hasWithin(SELLING, mention.from(), i);
            }
        }
        return false;
    }

    /** "Request corrections or deletion, and opt out of marketing messages", "access, correction and appeal requests": what is no right is only named beside them. */
    static boolean several(Clause clause) {
        String first = null;
        for (Mention mention : clause.mentions(Concept.RIGHT)) {
            String name = mention.entry().name();
            if (!name.equals("opt_out")) {
                if (first != null && !name.equals(first)) {
                    return true;
                }
                first = name;
            }
        }
        return false;
    }

    /** Whether the words are "opt out", and not of marketing alone: "to access, correct and delete, and to opt out". */
    private static boolean optsOutOfMore(Clause clause, Mention mention) {
        boolean out = false;
        for (int i = mention.from(); i < Math.min(clause.to(), mention.to() + 4); i++) {
            out |= i < mention.to() && clause.tokens().is(i, "out");
            if (clause.tokens().is(i, "marketing") || clause.tokens().is(i, "promotional") || clause.tokens().is(i, "newsletters")) {
                return false;
            }
        }
        return out;
    }

    /** Whether the mention opens its clause. */
    private static boolean opens(Clause clause, Mention mention) {
        return mention.from() - clause.from() <= 2 && !(mention.from() > clause.from() && clause.tokens().isAny(mention.from() - 1, SUBJECTS));
    }

    /** Whether the mention stands in an enumeration behind "right to" or "rights". */
    private static boolean listed(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.from() - 1, seen = 0; i >= clause.from() && seen < 24; i--, seen++) {
            if (tokens.is(i, ';') || tokens.is(i, '.')) {
                return false;
            }
            if (tokens.is(i, "right") || tokens.is(i, "rights") || entitles(clause, i)) {
                return true;
            }
        }
        return ofYourAbility(clause, mention);
    }

    /** "We respect your ability to see, correct and transfer your data": behind these words. */
    private static boolean ofYourAbility(Clause clause, Mention mention) {
        if (!clause.hasWord("ability") || !several(clause)) {
            return false;
        }
        for (int i = clause.from() + 1; i < mention.from(); i++) {
            if (clause.tokens().is(i, "ability") && owner(clause, i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "The access, portability and deletion rights": whether only other rights stand between the mention and that word. */
    private static boolean beforeRights(Clause clause, Mention mention) {
        if (!clause.hasWord("rights")) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = mention.to(); i < Math.min(clause.to(), mention.to() + OBJECT); i++) {
            if (tokens.is(i, "rights")) {
                return true;
            }
            if (!tokens.is(i, ',') && !tokens.is(i, "and") && !tokens.is(i, "or") && !clause.covers(Concept.RIGHT, i) && !clause.covers(Concept.RIGHT_WORD, i)) {
                return false;
            }
        }
        return false;
    }

    /** "Changes come into force in May", "when it was updated": nothing that one asks for, other than "updates to your file". */
    private static boolean tellsOfChange(Clause clause, Mention mention) {
        int next = mention.to();
        return clause.tokens().isAny(next - 1, DONE) && !(next + 1 < clause.to() && clause.tokens().is(next, "to") && owner(clause, next + 1));
    }

    /** "Access to sensitive data is limited to those who need it". */
    private static boolean bounded(Clause clause, Mention mention) {
        return mention.from() > clause.from() && clause.tokens().isAny(mention.from() - 1, BE) && clause.tokens().word(mention.to() - 1).endsWith("ed");
    }

    /** "Change your password", "change your mind": no correction of information. */
    private static boolean ofSettings(Clause clause, Mention mention) {
        for (int i = mention.to() - 1; i < Math.min(clause.to(), mention.to() + 3); i++) {
            if (clause.tokens().isAny(i, SETTINGS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean parental(Clause clause) {
        if (!clause.has(Concept.CHILD)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "parent") || tokens.is(i, "parents") || tokens.is(i, "parental") || tokens.is(i, "guardian") || tokens.is(i, "child") && i > clause.from()
                    && tokens.is(i - 1, "your")) {
                return true;
            }
        }
        return false;
    }
}
