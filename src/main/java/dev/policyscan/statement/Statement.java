package dev.policyscan.statement;

import java.util.Locale;
import java.util.Objects;

/**
 * What a clause asserts: who does, or may, or never does what with which information. No component is null.
 *
 * @param actor who acts
 * @param practice what is done
 * @param polarity whether it is said to be done or not done
 * @param modality whether it is done, may be done, or would be done under a condition
 * @param object what it is done with
 * @param speech what kind of speech it is
 * @param actorStated whether the clause itself, or what introduces it, names who acts
 * @param start offset of the practice's own words in the document text
 * @param end offset after them
 */
public record Statement(
        Actor actor, Practice practice, Polarity polarity, Modality modality, Subject object, Speech speech, boolean actorStated, int start, int end) {
    public Statement {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(practice, "practice");
        Objects.requireNonNull(polarity, "polarity");
        Objects.requireNonNull(modality, "modality");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(speech, "speech");
    }

    /** Who acts. */
    public enum Actor { BUSINESS, PARTNER, CONSUMER, LAW, OTHER }

    /** What is done. */
    public enum Practice {
        COLLECT, USE, DISCLOSE, SELL, SHARE_FOR_ADVERTISING, RETAIN, DELETE, RESPOND_TO_DNT, RESPOND_TO_GPC, DIRECT_TO_CHILDREN,
        GRANT_RIGHT, INFER
    }

    /** Whether it is said to be done. */
    public enum Polarity { POSITIVE, NEGATIVE }

    /** How firmly it is said: done, allowed to be done, conceded under a broad legal definition, or done under a condition only. */
    public enum Modality { DOES, MAY, CONCEDED, CONDITIONAL }

    /** What it is done with. */
    public enum Subject { PERSONAL_INFORMATION, AGGREGATED_INFORMATION, COMPANY, OTHER }

    /** What kind of speech it is. */
    public enum Speech { ASSERTION, RIGHT, DEFINITION, HEADING, EXAMPLE, OTHER_DOCUMENT }

    /** A constant's name as reports print it. */
    public static String term(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
