package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Lexicon;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Advertising that says whom or where it is to reach, in words that stand apart: "so that our banners appear to those people across the web". */
final class TargetedAdvertising {
    private static final Lexicon.Entry AIMED = new Lexicon.Entry(Concept.TARGETED_ADS, "aimed", Set.of());

    private static final Lexicon.Entry PLACED = new Lexicon.Entry(Concept.TARGETED_ADS, "placed", Set.of());

    /** Tokens between advertising and its aim, at most. */
    private static final int APART = 16;

    /** The mentions before and behind that are looked at for those who are reached. */
    private static final int NEAR = 24;

    private TargetedAdvertising() {}

    /** The mentions with those of such advertising, by first token. */
    static List<Mention> in(Tokens tokens, List<Mention> mentions) {
        List<Mention> aimed = new ArrayList<>(0);
        Mention advertising = null;
        Mention aim = null;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.concept() == Concept.AD_WORD) {
                advertising = mention;
            } else if (mention.concept() == Concept.AD_AIM) {
                aim = mention;
            } else {
                continue;
            }
            if (advertising != null && aim != null && together(tokens, advertising, aim) && (aim.entry().name().isEmpty() || ofPeople(tokens, mentions, i, advertising, aim))) {
                aimed.add(new Mention(aim.entry().name().isEmpty() ? AIMED : PLACED, Math.min(advertising.from(), aim.from()), Math.max(advertising.to(), aim.to())));
            }
        }
        if (aimed.isEmpty()) {
            return mentions;
        }
        aimed.addAll(0, mentions);
        aimed.sort(Comparator.comparingInt(Mention::from));
        return aimed;
    }

    /** "Non-personalized ads"; not "personalized and non-personalized ads", which are both. */
    static boolean denied(Tokens tokens, Mention mention) {
        int first = mention.from();
        return mention.concept() == Concept.TARGETED_ADS && first > 0 && tokens.is(first - 1, "non") && (first < 3 || !tokens.is(first - 3, tokens.word(first)));
    }

    /** Whether people or their data are spoken of beside advertising in a place: "our ads on social media" alone reach anybody. */
    private static boolean ofPeople(Tokens tokens, List<Mention> mentions, int at, Mention advertising, Mention aim) {
        for (Mention mention : mentions.subList(Math.max(0, at - NEAR), Math.min(mentions.size(), at + NEAR))) {
            if ((mention.concept() == Concept.CONSUMER || mention.concept() == Concept.PERSONAL || mention.concept() == Concept.COOKIE_LIFE || mention.concept() == Concept.ELEMENT)
                    && together(tokens, mention, advertising) && together(tokens, mention, aim)) {
                return true;
            }
        }
        return false;
    }

    /** Whether they stand near each other in one part of a sentence. */
    private static boolean together(Tokens tokens, Mention one, Mention other) {
        int from = Math.min(one.to(), other.to());
        int to = Math.max(one.from(), other.from());
        if (to - from > APART) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (tokens.is(i, '.') || tokens.is(i, ';') || tokens.is(i, '?') || tokens.is(i, '!') || tokens.is(i, ':')) {
                return false;
            }
        }
        return true;
    }
}
