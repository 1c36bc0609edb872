package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Modality;
import dev.policyscan.statement.Statement.Polarity;
import dev.policyscan.statement.Statement.Practice;
import dev.policyscan.statement.Statement.Speech;
import dev.policyscan.statement.Statement.Subject;
import java.util.EnumSet;
import java.util.Set;

/** One reading of what surrounds a verb of a practice: to the left for subject, negation, modality and condition, to the right for what denies it there. Confined to one thread. */
final class VerbReading {
    /** Tokens before a verb that are read, at most. */
    static final int REACH = 60;
    private static final WordSet REPORTING = WordSet.of("confirm", "reason", "note", "state", "believe", "represent", "means", "agree", "acknowledge", "understand", "sure", "know", "you",
            "assured", "aware", "disclose", "certify", "declare", "guarantee", "promise", "clarify", "emphasize", "stress", "say", "ensure", "pledge", "mention", "inform",
            "assure", "highlight", "affirm", "important", "clear", "advised", "understood", "states", "confirms", "notes", "represents", "warrants", "warrant", "certifies", "declares",
            "guarantees", "promises", "affirms", "attest", "attests");
    private static final WordSet MODALS = WordSet.of("may", "might", "could", "can");
    private static final WordSet DENIALS = WordSet.of("no", "none", "nothing", "neither");
    /** "Under no circumstances will we". */
    private static final WordSet INVERTED = WordSet.of("will", "do", "would", "shall", "have");
    private static final WordSet WITHIN = WordSet.of("at", "of", "in", "within", "on");
    private static final WordSet THINGS = WordSet.of("something", "anything", "thing", "product", "commodity", "good", "item", "asset", "what");
    private static final WordSet SPEAKERS = WordSet.of("you", "we");
    private static final WordSet DUTIES = WordSet.of("will", "shall", "may", "must", "should", "can");
    private static final WordSet KINDS = WordSet.of("categories", "types", "kinds", "information", "data");
    /** What a remark begins with that neither restricts nor denies. */
    private static final WordSet ASIDE = WordSet.of("as", "under", "in", "within", "for", "at", "to", "by", "during", "over", "since", "according", "pursuant", "consistent", "like");
    /** "We stopped selling". */
    private static final WordSet STOPPED = WordSet.of("stopped", "ceased", "discontinued", "quit");
    /** What the information is about: "information about our customers was sold". */
    private static final WordSet ABOUT = WordSet.of("about", "of", "from", "on", "concerning", "regarding");
    /** Tokens from such a word to the end of those it is about, at most. */
    private static final int ABOUT_REACH = 3;
    private static final Set<Practice> GIVING = EnumSet.of(Practice.SELL, Practice.DISCLOSE, Practice.SHARE_FOR_ADVERTISING);
    private static final WordSet LISTING = WordSet.of("or", "and");
    /** What opens a condition where the subject follows. */
    private static final WordSet SUPPOSED = WordSet.of("were", "had", "should");
    /** What may be supposed to change: "should this policy change". */
    private static final WordSet CHANGING = WordSet.of("this", "that", "these", "our", "it");
    private static final WordSet JOINS = WordSet.of("and", "but", "or", "because", "so", "though", "although");
    private static final WordSet CASES = WordSet.of("circumstance", "circumstances", "case", "cases", "situation", "situations", "scenario", "scenarios", "event");

    private final Clause clause;
    private final Tokens tokens;
    private final Mention verb;
    private Actor actor;
    private boolean negative;
    private boolean may;
    private boolean conditional;
    private boolean relative;
    private boolean passive;
    /** Whether the answer "none" follows. */
    private boolean none;
    private Speech speech = Speech.ASSERTION;

    VerbReading(Clause clause, Mention verb) {
        this.clause = clause;
        this.tokens = clause.tokens();
        this.verb = verb;
    }

    Statement statement(Practice practice) {
        passive = passive();
        left();
        conditional |= !negative && GIVING.contains(practice) && afterInversion();
        right();
        boolean actorFound = actor != null;
        fromLead();
        if (actor == null && !passive && !relative && opensWithPartner()) {
            actor = Actor.PARTNER;
        }
        boolean given = practice == Practice.SELL || negative && GIVING.contains(practice);
        if (actor == null && !passive && given && (VerbSubject.isAnother(clause, verb) || VerbSubject.allowsAnybody(clause, verb))) {
            actor = Actor.PARTNER;
        }
        if (relative && !passive && actor == null) {
            actor = clause.hasWithin(Concept.THIRD_PARTY, clause.from(), verb.from()) ? Actor.PARTNER : Actor.OTHER;
        }
        boolean noun = verb.entry().name().equals("noun");
        Concession concession = practice == Practice.SELL ? Concession.of(clause, verb) : Concession.NONE;
        boolean conceded = concession == Concession.MADE;
        negative |= concession == Concession.DENIED || concession == Concession.NOT_DONE;
        if (concession == Concession.NOT_DONE && clause.hasWithin(Concept.BUSINESS, clause.from(), verb.from())) {
            actor = Actor.BUSINESS;
        }
        if (concession == Concession.DENIED && actor != Actor.BUSINESS && Concession.ofOurs(clause, verb)) {
            actor = Actor.BUSINESS;
        }
        if (conceded && (relative && !actorFound || actor == Actor.PARTNER && (Concession.actOfDisclosing(clause, verb) || Concession.pointsBack(clause, verb)))) {
            actor = null;
        }
        speech = speech(practice, noun, concession);
        boolean goods = practice == Practice.SELL && !passive && !conceded && ReducedRelative.ofGoods(clause, verb);
        if (speech == Speech.ASSERTION && (goods || practice == Practice.SELL && negative && !conceded && !none && ReducedRelative.ofDataDenied(clause, verb))) {
            speech = Speech.EXAMPLE;
        }
        Modality modality = conceded ? Modality.CONCEDED : conditional ? Modality.CONDITIONAL : may ? Modality.MAY : Modality.DOES;
        return new Statement(
                actor == null ? Actor.BUSINESS : actor,
                practice,
                negative && !conceded ? Polarity.NEGATIVE : Polarity.POSITIVE,
                modality,
                goods ? Subject.OTHER : VerbObject.of(clause, verb, passive, relative),
                speech,
                actor != null || passive,
                tokens.start(verb.from()),
                tokens.end(verb.to() - 1));
    }

    /** "Were we ever to sell it", "had we sold it", "should our plans change and we sell it": a condition without an "if". */
    private boolean afterInversion() {
        if (!clause.hasAny(SUPPOSED)) {
            return false;
        }
        boolean to = false;
        for (int i = verb.from() - 1; i >= clause.from() && !tokens.is(i, ';') && !tokens.is(i, ':'); i--) {
            if (tokens.is(i, ',') && !tokens.isAny(i + 1, LISTING)) {
                return false;
            }
            to |= tokens.is(i, "to");
            if (tokens.isAny(i, SUPPOSED) && (to || !tokens.is(i, "were")) && (clause.covers(Concept.BUSINESS, i + 1) || tokens.isAny(i + 1, CHANGING))) {
                return i == clause.from() || tokens.kind(i - 1) == Tokens.Kind.PUNCTUATION || tokens.isAny(i - 1, JOINS);
            }
        }
        return false;
    }

    private boolean passive() {
        if (VerbObject.forSale(clause, verb)) {
            return true;
        }
        for (int i = verb.from() - 1; i >= clause.from() && i >= verb.from() - 3; i--) {
            if (tokens.isAny(i, VerbWords.BE)) {
                // "Is licenses to": a participle with a letter wrong.
                boolean mistyped = i + 1 == verb.from() && verb.entry().name().equals("rent") && tokens.endsWith(verb.to() - 1, "s")
                        && verb.to() < clause.to() && tokens.is(verb.to(), "to");
                return mistyped || tokens.endsWith(verb.to() - 1, "d") || tokens.endsWith(verb.to() - 1, "n") || tokens.endsWith(verb.to() - 1, "t");
            }
            if (!VerbWords.adverb(tokens, i) && !clause.covers(Concept.NEGATION, i)) {
                return joinedToPassive(i);
            }
        }
        return false;
    }

    /** "Is kept confidential and never sold", "is not shared with or sold to": a participle that shares the auxiliary of another. */
    private boolean joinedToPassive(int conjunction) {
        boolean joined = tokens.is(verb.to() - 1, "sold") && (tokens.is(conjunction, "and") || tokens.is(conjunction, "or") || tokens.is(conjunction, "nor"));
        for (int i = conjunction - 1; joined && i > clause.from() && i >= conjunction - 6; i--) {
            if (tokens.is(i, "we") || tokens.is(i, "have") || tokens.is(i, "has") || tokens.kind(i) == Tokens.Kind.PUNCTUATION) {
                return false;
            }
            if (tokens.is(i, "is") || tokens.is(i, "are") || tokens.is(i, "be")) {
                return true;
            }
        }
        return false;
    }

    private void left() {
        boolean andSeen = false;
        boolean between = false;
        boolean comma = false;
        int stop = Math.max(clause.from(), verb.from() - REACH);
        for (int i = verb.from() - 1; i >= stop; i--) {
            if (tokens.is(i, ')')) {
                i = opening(i, stop);
                continue;
            }
            if (tokens.kind(i) == Tokens.Kind.PUNCTUATION) {
                if (tokens.is(i, ',') && beginsMainClause(i)) {
                    return;
                }
                int aside = tokens.is(i, ',') ? beforeAside(i) : i;
                if (aside < i) {
                    i = aside + 1;
                    continue;
                }
                comma |= tokens.is(i, ',');
                if (tokens.is(i, ':') && OpenDenial.before(clause, i)) {
                    negative = true;
                    actor = Actor.BUSINESS;
                }
                if (VerbWords.unfinished(clause, i) && !negative) {
                    continue;
                }
                if (tokens.is(i, ';') || tokens.is(i, ':') || tokens.is(i, '?') || tokens.is(i, '!') || tokens.is(i, '\u2022')) {
                    return;
                }
                continue;
            }
            if (clause.covers(Concept.NEGATION, i)) {
                if (!clause.covers(Concept.PSEUDO_NEGATION, i)) {
                    if (andSeen && between) {
                        return;
                    }
                    negative = true;
                }
                continue;
            }
            if (tokens.is(i, "and")) {
                andSeen |= !between;
                continue;
            }
            if (tokens.is(i, "or") || tokens.is(i, "nor")) {
                continue;
            }
            if (clause.covers(Concept.CONTRAST, i) && !notYet(i) && !inPassing(i)) {
                return;
            }
            if (clause.covers(Concept.CONDITION, i) && !negative) {
                conditional = !tokens.is(i, "may") && !tokens.is(i, "when") && (!tokens.is(i, "where") || i == clause.from() && verb.concept() == Concept.SELL);
                return;
            }
            if (clause.covers(Concept.RELATIVE, i)) {
                if (comma && givenKinds() || passive && (negative || verb.concept() == Concept.SELL) && between && tokens.isAny(i + 1, SPEAKERS)) {
                    continue;
                }
                if (subordinateOfDenial(i)) {
                    speech = Speech.OTHER_DOCUMENT;
                }
                relative = !reporting(i - 1) && !isWhy(i) && !inAddition(i);
                return;
            }
            if (may(i)) {
                may = true;
                continue;
            }
            if (tokens.is(i, "it") && i + 1 == verb.from() && i > clause.from() && tokens.is(i - 1, ',')) {
                return;
            }
            Actor subject = VerbSubject.endingAt(clause, verb, i);
            if (subject != null) {
                if (subject == Actor.CONSUMER && comma && givenKinds()) {
                    continue;
                }
                if (passive && (subject == Actor.BUSINESS || subject == Actor.CONSUMER || verb.concept() == Concept.SELL && (tokens.is(i, "they") || clause.hasWithin(ABOUT, i - ABOUT_REACH, i)))) {
                    between = true;
                    continue;
                }
                actor = subject;
                beforeSubject(i);
                return;
            }
            if (!VerbWords.adverb(tokens, i) && !tokens.isAny(i, VerbWords.FINITE) && !tokens.isAny(i, VerbWords.BE) && !VerbWords.practiceVerb(clause, i)) {
                between = true;
            }
        }
    }

    /** "We do not, as the act defines that term, sell": the token before what is set off between an auxiliary and the verb; the comma where it closes nothing of that kind. */
    private int beforeAside(int comma) {
        for (int i = comma + 1; i < verb.from(); i++) {
            if (!VerbWords.adverb(tokens, i) && !tokens.is(i, '"')) {
                return comma;
            }
        }
        int before = clause.beforeInsertion(comma);
        boolean aside = before + 2 < comma && tokens.isAny(before + 2, ASIDE);
        return aside && (tokens.isAny(before, VerbWords.FINITE) || clause.covers(Concept.NEGATION, before) || clause.covers(Concept.BUSINESS, before)) ? before : comma;
    }

    /** "While we do not sell it, sharing it may be a sale": whether the verb is the subject of what begins behind the comma. */
    private boolean beginsMainClause(int comma) {
        return comma + 1 == verb.from() && tokens.endsWith(verb.to() - 1, "ing") && clause.covers(Concept.CONTRAST, clause.from());
    }

    /** "Depending on what you order, the categories disclosed may include …": a participle whose noun is no act of the reader's. */
    private boolean givenKinds() {
        return verb.from() > clause.from() && tokens.endsWith(verb.to() - 1, "d") && (tokens.isAny(verb.from() - 1, KINDS) || clause.covers(Concept.PERSONAL, verb.from() - 1));
    }

    /** An item that begins with its verb takes subject, negation and condition from what introduces it: "We will never: sell …", "You may tell us not to: sell …". */
    private void fromLead() {
        Clause lead = clause.lead();
        boolean opens = verb.from() - clause.from() <= 3;
        if (actor != null || !opens && !tokens.is(verb.from() - 1, "or")) {
            return;
        }
        if (lead != null && opens && BoundOthers.in(lead)) {
            actor = Actor.PARTNER;
            return;
        }
        if (clause.deniedByLead()) {
            negative = true;
            actor = Actor.BUSINESS;
            return;
        }
        if (lead != null && verb.concept() == Concept.SELL && forbidsReader(lead)) {
            actor = Actor.CONSUMER;
            return;
        }
        if (lead == null || !opens) {
            return;
        }
        conditional |= verb.concept() == Concept.SELL && lead.covers(Concept.CONDITION, lead.from()) || asksWhether(lead);
        if (verb.concept() == Concept.SELL && lead.has(Concept.RIGHT_FRAME)) {
            actor = Actor.CONSUMER;
            return;
        }
        if (lead.isHeading() || !lead.statements().isEmpty()) {
            return;
        }
        for (int i = lead.to() - 1; i >= lead.from() && i >= lead.to() - 8; i--) {
            if (lead.covers(Concept.NEGATION, i) && !lead.covers(Concept.PSEUDO_NEGATION, i)) {
                negative = true;
            } else if (lead.tokens().is(i, "may") || lead.tokens().is(i, "might")) {
                may = true;
            } else if (lead.tokens().is(i, "we")) {
                negative |= i > lead.from() && lead.tokens().isAny(i - 1, INVERTED) && lead.hasWithin(Concept.NEGATION, lead.from(), i);
                actor = Actor.BUSINESS;
                return;
            } else if (lead.tokens().is(i, "you")) {
                actor = Actor.CONSUMER;
                return;
            }
        }
    }

    /** "You agree that you will not:", "you must not, by yourself or through others:": whether a list follows of what readers are not to do. */
    private static boolean forbidsReader(Clause lead) {
        Tokens tokens = lead.tokens();
        for (int i = lead.from(); i + 2 < lead.to(); i++) {
            boolean will = tokens.is(i, "you") && tokens.isAny(i + 1, DUTIES) && tokens.is(i + 2, "not");
            if (will || tokens.is(i, "you") && tokens.is(i + 1, "agree") && tokens.is(i + 2, "not")) {
                return !lead.hasWord("we");
            }
        }
        return false;
    }

    /** "If we ever:", "you may know whether we:". */
    private static boolean asksWhether(Clause lead) {
        int we = lead.to() - 2;
        return lead.to() - lead.from() > 2 && (lead.tokens().is(lead.from(), "if") && lead.tokens().is(lead.from() + 1, "we")
                || lead.tokens().is(we, "we") && (lead.tokens().is(we - 1, "whether") || lead.tokens().is(we - 1, "if")));
    }

    /** "The advertising networks behind the banners on this page may collect"; not "no pixel, no selling". */
    private boolean opensWithPartner() {
        if (clause.covers(Concept.NEGATION, clause.from()) && tokens.endsWith(verb.to() - 1, "ing")) {
            return false;
        }
        if (clause.from() + 1 < verb.from() && clause.opensWithMany()) {
            return true;
        }
        for (Mention mention : clause.found()) {
            if (mention.from() > clause.from() + 2 || mention.to() > verb.from()) {
                return false;
            }
            if (mention.concept() == Concept.THIRD_PARTY) {
                return tokens.kind(mention.to()) == Tokens.Kind.WORD && !tokens.isAny(mention.to(), VerbWords.PREPOSITIONS) && !tokens.is(mention.to(), "in");
            }
        }
        return false;
    }

    /** The token of the parenthesis that the one at a token closes; that token itself where none stands after the stop. */
    private int opening(int closing, int stop) {
        for (int i = closing - 1; i >= stop; i--) {
            if (tokens.is(i, '(')) {
                return i;
            }
        }
        return closing;
    }

    /** "We may, however, share it", "we do not, however, sell it". */
    private boolean inPassing(int i) {
        return i - 2 >= clause.from() && tokens.is(i - 1, ',') && tokens.is(i + 1, ',')
                && (tokens.isAny(i - 2, VerbWords.FINITE) || clause.covers(Concept.NEGATION, i - 2));
    }

    private boolean notYet(int i) {
        return tokens.is(i, "yet") && i > clause.from() && clause.covers(Concept.NEGATION, i - 1);
    }

    private boolean may(int i) {
        return clause.has(Concept.MODAL) && tokens.isAny(i, MODALS);
    }

    /** What stands before the subject: "nor do we", "if we", "information that we", "does not mean that we". */
    private void beforeSubject(int subject) {
        int begin = subject;
        for (Mention mention : clause.found()) {
            if (mention.to() == subject + 1 && (mention.concept() == Concept.BUSINESS || mention.concept() == Concept.THIRD_PARTY)) {
                begin = Math.min(begin, mention.from());
            }
        }
        if (notAThing(begin)) {
            negative = true;
            return;
        }
        int seen = 0;
        for (int i = begin - 1; i >= clause.from() && seen < 6; i--, seen++) {
            if (tokens.kind(i) == Tokens.Kind.PUNCTUATION) {
                if (tokens.is(i, '"') || tokens.is(i, '(')) {
                    continue;
                }
                return;
            }
            if (clause.covers(Concept.NEGATION, i) && !clause.covers(Concept.PSEUDO_NEGATION, i)) {
                if (seen <= 4 && inverted(i, begin)) {
                    negative = true;
                } else if (relative) {
                    speech = Speech.OTHER_DOCUMENT;
                }
                return;
            }
            if (inNoCase(i)) {
                negative = true;
                return;
            }
            if (clause.covers(Concept.CONDITION, i)) {
                conditional |= !tokens.is(i, "when") && !tokens.is(i, "where") && !tokens.is(i, "may");
                return;
            }
            if (clause.covers(Concept.RELATIVE, i)) {
                if (subordinateOfDenial(i)) {
                    speech = Speech.OTHER_DOCUMENT;
                }
                relative = !reporting(i - 1) && !isWhy(i) && !inAddition(i);
                return;
            }
            if (clause.covers(Concept.PERSONAL, i) && seen == 0) {
                relative = true;
                return;
            }
        }
    }

    /** "Your data is not something that we sell", "not a thing we sell": whether that stands before the subject. */
    private boolean notAThing(int subject) {
        int thing = subject - 1 > clause.from() && (tokens.is(subject - 1, "that") || tokens.is(subject - 1, "which")) ? subject - 2 : subject - 1;
        if (verb.concept() != Concept.SELL || thing <= clause.from() || !tokens.isAny(thing, THINGS)) {
            return false;
        }
        int not = tokens.is(thing - 1, "a") || tokens.is(thing - 1, "an") ? thing - 2 : thing - 1;
        return not > clause.from() && (tokens.is(not, "not") || tokens.is(not, "never")) && clause.hasWithin(Concept.PERSONAL, clause.from(), not);
    }

    /** "Your trust matters, which is why we never sell": a reason, not a part of what was named. */
    private boolean isWhy(int relative) {
        return relative + 2 < clause.to() && tokens.is(relative + 1, "is") && tokens.is(relative + 2, "why");
    }

    /** "We keep your data, which we never sell": said in addition, behind a comma. */
    private boolean inAddition(int which) {
        return tokens.is(which, "which") && which > clause.from() && tokens.is(which - 1, ',') && verb.concept() == Concept.SELL && clause.covers(Concept.BUSINESS, which + 1);
    }

    /** "There are no circumstances in which we would sell". */
    private boolean inNoCase(int i) {
        boolean which = tokens.is(i, "which") && i > clause.from() && (tokens.is(i - 1, "in") || tokens.is(i - 1, "under"));
        int at = which ? i - 2 : i - 1;
        return (which || tokens.is(i, "where") || tokens.is(i, "when")) && at > clause.from() && tokens.isAny(at, CASES) && clause.covers(Concept.NEGATION, at - 1);
    }

    /** Whether only auxiliaries stand between a negation and the subject: "nor do we", "at no time will we", "neither we"; or "no one at", "nor any of", "none of the code in". */
    private boolean inverted(int negation, int subject) {
        boolean noneOf = tokens.is(negation, "none") && tokens.is(negation + 1, "of");
        if (negation + 1 == subject || (noneOf || subject - negation <= 3) && tokens.isAny(subject - 1, WITHIN)) {
            return true;
        }
        return tokens.isAny(subject - 1, VerbWords.FINITE) || tokens.is(negation, "neither");
    }

    /** Whether a "that" continues a denied claim: "this does not mean that we sell", "we do not have actual knowledge that we share". */
    private boolean subordinateOfDenial(int that) {
        for (int i = that - 1; i >= clause.from() && i >= that - 5; i--) {
            if (clause.covers(Concept.NEGATION, i)) {
                for (int k = i + 1; k < that; k++) {
                    boolean unknown = verb.concept() != Concept.SELL && (clause.covers(Concept.ACTUAL_KNOWLEDGE, k) || tokens.is(k, "aware"));
                    if (unknown || tokens.is(k, "mean") || tokens.is(k, "imply") || tokens.is(k, "suggest") || tokens.is(k, "indicate")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether the word before a "that" reports a claim: "we confirm that we do not sell". */
    private boolean reporting(int i) {
        return i >= clause.from() && tokens.isAny(i, REPORTING);
    }

    /** Reads behind the verb: "sell no information", "is sold by our partners". */
    private void right() {
        negative |= verb.concept() == Concept.SELL && tokens.endsWith(verb.to() - 1, "ing") && (verb.from() == clause.from() && deniedOfItself() || insteadOf() || verb.from() > clause.from() && tokens.isAny(verb.from() - 1, STOPPED));
        none = verb.concept() == Concept.SELL && endsInNone();
        negative |= none;
        int reach = lastOfVerbs() + 4;
        for (int i = verb.from() + 1; i < clause.to() && i < reach; i++) {
            if (tokens.isAny(i, DENIALS)) {
                negative = true;
            }
            if (tokens.is(i, "ourselves")) {
                actor = Actor.BUSINESS;
            }
            if (passive && tokens.is(i, "by") && actor == null) {
                for (Mention mention : clause.found()) {
                    if (mention.from() == i + 1 && mention.concept() == Concept.THIRD_PARTY) {
                        actor = Actor.PARTNER;
                    } else if (mention.from() == i + 1 && mention.concept() == Concept.CONSUMER) {
                        actor = Actor.CONSUMER;
                    }
                }
                if (verb.concept() == Concept.SELL && actor == null && i + 1 < clause.to() && tokens.kind(i + 1) == Tokens.Kind.WORD && tokens.capitalized(i + 1)
                        && !clause.covers(Concept.BUSINESS, i + 1)) {
                    actor = Actor.OTHER;
                }
            }
        }
    }

    /** The last token of the verb and of those it is coordinated with: "sold or passed on". */
    private int lastOfVerbs() {
        int last = clause.endOfTerm(verb.to() - 1);
        while (last + 2 < clause.to() && (tokens.is(last + 1, "or") || tokens.is(last + 1, "and")) && VerbWords.practiceVerb(clause, last + 2)) {
            last += 2;
            while (last + 1 < clause.to() && VerbWords.practiceVerb(clause, last + 1)) {
                last++;
            }
        }
        return last;
    }

    /** "Personal information sold in the last year: none", "Selling of personal information: none", "Categories sold or shared: none". */
    private boolean endsInNone() {
        if (!clause.has(Concept.PERSONAL) && !clause.hasWord("categories")) {
            return false;
        }
        int last = clause.to() - 1;
        while (last > verb.to() && tokens.kind(last) == Tokens.Kind.PUNCTUATION) {
            last--;
        }
        int answer = last;
        while (answer - 1 > verb.to() && clause.covers(Concept.ANSWER_NO, answer - 1)) {
            answer--;
        }
        return answer > verb.to() && (tokens.isAny(last, DENIALS) || answer < last) && (tokens.is(answer - 1, ':') || tokens.is(answer - 1, '-'));
    }

    private Speech speech(Practice practice, boolean noun, Concession concession) {
        if (tokens.is(clause.to() - 1, '?') || clause.isHeading() && !(negative && actor == Actor.BUSINESS) || SpeechOfVerb.ofReaders(clause, verb)) {
            return Speech.HEADING;
        }
        if (speech != Speech.ASSERTION) {
            return speech;
        }
        if (practice == Practice.SELL && negative && (concession == Concession.DENIED || SpeechOfVerb.isNoSale(clause, verb)) && Concession.general(clause, verb)) {
            return Speech.DEFINITION;
        }
        if (concession != Concession.NONE) {
            return concession == Concession.EXAMPLE ? Speech.EXAMPLE : concession == Concession.IN_QUESTION ? Speech.OTHER_DOCUMENT : Speech.ASSERTION;
        }
        if (SpeechOfVerb.grantsRight(clause, verb, practice, actor)) {
            return Speech.RIGHT;
        }
        if (practice == Practice.SELL && SpeechOfVerb.definition(clause, verb, actor, negative)
                && !(!noun && (actor == Actor.BUSINESS || actor == null && (passive || !relative && SpeechOfVerb.named(clause, verb))) && SpeechOfVerb.definedInParentheses(clause, verb))) {
            return Speech.DEFINITION;
        }
        if (actor == Actor.LAW) {
            return Speech.DEFINITION;
        }
        if (practice == Practice.SELL && SpeechOfVerb.keptFrom(clause, verb)) {
            return Speech.OTHER_DOCUMENT;
        }
        if (noun && practice == Practice.SELL && SpeechOfVerb.bargain(clause, verb)) {
            return Speech.EXAMPLE;
        }
        if (practice == Practice.SELL && (noun && !passive && !none && !SpeechOfVerb.engages(clause, verb) && !(negative && VerbWords.denied(clause, verb.from(), 3)) || !negative
                && SpeechOfVerb.loose(clause, verb, actor))) {
            return Speech.EXAMPLE;
        }
        return relative && practice == Practice.SELL ? Speech.EXAMPLE : Speech.ASSERTION;
    }

    /** "Selling your data is a thing we would never do": what is denied of the act that the clause begins with, before any other part of it. */
    private boolean deniedOfItself() {
        boolean is = false;
        for (int i = verb.to(); i < clause.to() && tokens.kind(i) != Tokens.Kind.PUNCTUATION && !tokens.is(i, "and") && !tokens.is(i, "but"); i++) {
            is |= tokens.is(i, "is");
            if (is && clause.covers(Concept.NEGATION, i)) {
                return !clause.covers(Concept.PSEUDO_NEGATION, i);
            }
        }
        return false;
    }

    /** "We live on fees rather than by selling your data": what is done instead denies it. */
    private boolean insteadOf() {
        int before = verb.from() - 1;
        if (before > clause.from() && (tokens.is(before, "by") || tokens.is(before, "from") || tokens.is(before, "on"))) {
            before--;
        }
        return before > clause.from() && (tokens.is(before, "than") && tokens.is(before - 1, "rather") || tokens.is(before, "of") && tokens.is(before - 1, "instead"));
    }
}
