package dev.policyscan.scan;

import dev.policyscan.source.Source;
import java.io.IOException;
import java.io.InputStream;

/** What the readers of archives have in common. */
final class Archive {
    private final String name;
    private final String prefix;
    private final Inputs.Selection selection;

    /** An archive that cannot be read to its end. Its message is for people. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(long entries, Exception cause) {
            super(message(entries, cause), cause);
        }

        private static String message(long entries, Exception cause) {
            if (cause instanceof TooLarge.Refusal) {
                return "after " + entries + " entries: " + cause.getMessage();
            }
            String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage().lines().findFirst().orElse("");
            return "is damaged after " + entries + (entries == 1 ? " entry (" : " entries (") + said + "); get it again";
        }
    }

    Archive(String name, String prefix, Inputs.Selection selection) {
        this.name = name;
        this.prefix = prefix;
        this.selection = selection;
    }

    String name(String entry) {
        return name + "!/" + entry;
    }

    String label(String entry) {
        return prefix + entry;
    }

    /** Whether an entry is to be read; where not, says so. */
    boolean wanted(String entry, InputSink sink) throws InterruptedException {
        String plain = entry.replace('\\', '/');
        if (!selection.hidden() && isHidden(plain)) {
            sink.skipped(name(entry), InputSink.Skipped.HIDDEN);
            return false;
        }
        InputSink.Skipped why = selection.why(plain.startsWith("/") ? plain.substring(1) : plain);
        if (why != null) {
            sink.skipped(name(entry), why);
            return false;
        }
        if (Inputs.isContainer(plain)) {
            sink.failure(name(entry), FailureKind.ARCHIVE, "an archive within an archive; unpack it");
            return false;
        }
        return true;
    }

    /** Hands on an entry's bytes. Throws where the archive cannot be read on. */
    void take(String entry, InputStream in, InputSink sink) throws IOException, InterruptedException {
        String uri = name(entry);
        byte[] bytes;
        try {
            bytes = TooLarge.read(in, -1);
        } catch (TooLarge.Refusal e) {
            sink.failure(uri, FailureKind.INPUT, e.getMessage());
            return;
        }
        sink.input(new ScanInput(uri, label(entry), bytes.length, true, () -> Source.of(uri, bytes)));
    }

    private static boolean isHidden(String path) {
        for (String part : path.split("/")) {
            // Macs add a folder of what other systems have no place for.
            if (part.startsWith(".") && !part.equals(".") && !part.equals("..") || part.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }
}
