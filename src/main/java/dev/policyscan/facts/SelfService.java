package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.statement.Clause;

/** Where consumers see, change or delete their information themselves: "in your Heron account", "by visiting their profile page". */
final class SelfService {
    private static final int NAME = 4;
    private static final WordSet PLACES = WordSet.of("account", "accounts", "profile", "profiles", "dashboard");
    private static final WordSet OWNERS = WordSet.of("your", "my", "their", "his", "the", "that", "an");
    private static final WordSet WAYS = WordSet.of("in", "through", "via", "within", "using", "from", "under", "into", "visiting", "accessing", "by", "visit");
    private static final WordSet PARTS = WordSet.of("area", "section", "page", "part", "tab", "menu", "panel", "settings", "preferences");

    private SelfService() {
    }

    /** Whether the clause says that consumers can act on their information in their account, whoever brought up requests. */
    static boolean offeredBy(Clause clause) {
        return clause.has(Concept.RIGHT_FRAME) && !clause.has(Concept.NOT_REQUEST) && acts(clause) && aboutData(clause) && named(clause);
    }

    /** Whether the account is named as a place to go to: "through your Heron account", not "update your account". */
    static boolean named(Clause clause) {
        if (clause.has(Concept.ACCOUNT_WORD)) {
            return true;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 2; i < clause.to(); i++) {
            if (tokens.isAny(i, PLACES)) {
                int owner = i - 1;
                while (owner > clause.from() && owner >= i - NAME && tokens.kind(owner) == Tokens.Kind.WORD && !tokens.isAny(owner, OWNERS)) {
                    owner--;
                }
                if (owner > clause.from() && tokens.isAny(owner, OWNERS)
                        && (tokens.isAny(owner - 1, WAYS) || tokens.is(owner - 1, "of") && owner - 2 >= clause.from() && tokens.isAny(owner - 2, PARTS))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the clause speaks of seeing, deleting or correcting. */
    static boolean acts(Clause clause) {
        return clause.has(Concept.RIGHT) || clause.has(Concept.RIGHT_WORD, "know") || clause.has(Concept.RIGHT_WORD, "delete") || clause.has(Concept.RIGHT_WORD, "correct");
    }

    /** Whether the clause speaks of the consumer's information, and not of settings or of the site's content. */
    static boolean aboutData(Clause clause) {
        return clause.hasAny(Concept.PERSONAL, Concept.ELEMENT) || clause.hasWord("information") || clause.hasWord("data") || clause.hasWord("profile");
    }
}
