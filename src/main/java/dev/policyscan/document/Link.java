package dev.policyscan.document;

/**
 * A link in the text.
 *
 * @param start offset of its first character in the document text
 * @param end offset after its last character
 * @param target where it leads, as written in the source
 */
public record Link(int start, int end, String target) {
    /** Whether it opens a mailbox, also one that is kept from harvesters by a script. */
    public boolean toMailbox() {
        return toMailbox(target);
    }

    /** Whether it dials a number. */
    public boolean toTelephone() {
        return toTelephone(target);
    }

    static boolean toMailbox(String target) {
        return Text.startsWith(target, 0, target.length(), "mailto:") || target.contains("email-protection");
    }

    static boolean toTelephone(String target) {
        return Text.startsWith(target, 0, target.length(), "tel:");
    }
}
