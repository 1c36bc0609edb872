package dev.policyscan.report;

import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Layer;
import dev.policyscan.report.PolicyDiff.Severity;
import java.io.IOException;
import java.io.Writer;

/** Writes a diff as workflow commands of GitHub Actions, which show each change at its line of the new file. */
public final class DiffAnnotations implements DiffWriter {
    private static final int MESSAGE = 500;

    private final String file;

    /**
     * @param file the new file as the repository names it; null where the new version is none of its files
     */
    public DiffAnnotations(String file) {
        this.file = file;
    }

    @Override
    public void write(PolicyDiff diff, Writer out) throws IOException {
        DiffSummary summary = new DiffSummary(diff);
        if (!diff.changes().isEmpty() && diff.verdict() != Severity.COSMETIC) {
            String level = diff.verdict() == Severity.MATERIAL ? "warning" : "notice";
            command(out, level, 0, "policyscan", summary.headline() + ". " + String.join(" ", summary.remarks()));
        }
        for (Change change : diff.changes()) {
            if (change.severity() == Severity.COSMETIC) {
                continue;
            }
            // GitHub shows ten of a level for each step; what weakens is to be among them.
            String level = change.severity() == Severity.MATERIAL ? change.direction() == Direction.WEAKENS ? "error" : "warning" : "notice";
            String title = (change.layer() == Layer.FACT ? "" : DiffSummary.happened(change) + ": ") + DiffSummary.subject(change);
            command(out, level, change.newLine(), title, message(change));
        }
    }

    private static String message(Change change) {
        String effect = change.severity().term() + (change.direction() == Direction.NEUTRAL ? "" : ", " + change.direction().term());
        if (change.layer() == Layer.FACT) {
            return DiffSummary.step(change) + " (" + effect + ")";
        }
        String old = change.oldEvidence().isEmpty() ? "" : Excerpt.around(change.oldEvidence().get(0).quote(), 0, 1, MESSAGE);
        String young = change.newEvidence().isEmpty() ? "" : Excerpt.around(change.newEvidence().get(0).quote(), 0, 1, MESSAGE);
        String words = young.isEmpty() ? "removed: " + old : old.isEmpty() ? young : old + "\n→ " + young;
        return words + " (" + effect + ")";
    }

    private void command(Writer out, String level, int line, String title, String message) throws IOException {
        StringBuilder properties = new StringBuilder();
        if (file != null) {
            properties.append("file=").append(property(file));
            if (line > 0) {
                properties.append(",line=").append(line);
            }
            properties.append(',');
        }
        properties.append("title=").append(property(Excerpt.oneLine(title)));
        out.write("::" + level + " " + properties + "::" + data(message) + "\n");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
