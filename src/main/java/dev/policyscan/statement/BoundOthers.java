package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.WordSet;

/** What introduces a list of what others must not do: "Our vendors may not:", "Our contracts prohibit providers from:", "We require them to:", "These uses are prohibited:". */
final class BoundOthers {
    private static final WordSet BINDS = WordSet.of("require", "requires", "requiring", "required", "obligate", "obligates", "obligated", "oblige", "obliges", "obliged", "bind", "binds", "bound",
            "instruct", "instructs", "instructed", "contractually", "contract", "contracts", "agreement", "agreements", "agree", "agrees", "agreed",
            "prohibit", "prohibits", "prohibiting", "prohibited", "forbid", "forbids", "forbidding", "forbidden", "bar", "bars", "barred", "restrict", "restricts", "restricting", "restricted");
    /** What follows the others where they are the subject, or those who are told. */
    private static final WordSet FOLLOWS = WordSet.of("may", "must", "shall", "should", "can", "cannot", "will", "do", "does", "are", "is", "have", "has", "agree", "agrees", "promise",
            "undertake", "commit", "contractually", "not", "from", "to");
    private static final WordSet FORBIDDEN = WordSet.of("prohibited", "forbidden");
    private static final WordSet OTHERS = WordSet.of("they", "them", "users", "members", "customers", "clients", "developers", "recipients", "subscribers", "companies", "businesses");
    /** Tokens from the others to the end, at most. */
    private static final int REACH = 12;

    private BoundOthers() {}

    static boolean in(Clause lead) {
        if (!lead.has(Concept.NEGATION) && !lead.hasAny(BINDS)) {
            return false;
        }
        for (int i = lead.to() - 2; i >= lead.from() && i >= lead.to() - REACH; i--) {
            if (lead.tokens().is(i, "we")) {
                return false;
            }
            if (i == lead.to() - 2 && lead.tokens().isAny(i, FORBIDDEN) && !lead.hasWord("we")) {
                return true;
            }
            if (lead.tokens().isAny(i, OTHERS) || lead.tokens().is(i, "it") && lead.tokens().is(i + 1, "from") || endsOther(lead, i)) {
                return lead.tokens().isAny(i + 1, FOLLOWS) && (lead.hasAny(BINDS) || !lead.tokens().is(i + 1, "to"));
            }
        }
        return false;
    }

    private static boolean endsOther(Clause lead, int token) {
        for (Mention mention : lead.found()) {
            if (mention.concept() == Concept.THIRD_PARTY && mention.to() == token + 1) {
                return true;
            }
        }
        return false;
    }
}
