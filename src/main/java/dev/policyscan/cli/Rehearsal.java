package dev.policyscan.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs each kind of analysis once on a few lines, so that the JVM can archive the classes that real runs load. */
final class Rehearsal {
    private static final List<String> POLICIES = List.of(
            "PRIVACY POLICY\n\nLast updated: May 1, 2025\n\nWe collect your name and email address. We do not sell personal information.\n",
            "# Privacy policy\n\n## What we collect\n\n- your [name](#name)\n- your location\n\n| Category | Collected |\n|---|---|\n| A. Identifiers | YES |\n",
            "<!doctype html><html><body><h1>Privacy policy</h1><p>We keep personal information for two years.</p>"
                    + "<ul><li>cookies</li></ul><table><tr><td>Identifiers</td><td>Yes</td></tr></table></body></html>");

    private Rehearsal() {}

    /** Analyzes and discards. */
    public static void main(String[] args) {
        for (String policy : POLICIES) {
            for (String format : List.of("json", "text", "markdown")) {
                ByteArrayInputStream in = new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8));
                OutputStream nowhere = OutputStream.nullOutputStream();
                new Main(in, nowhere, nowhere, Map.of(), true).run("analyze", "-f", format, "-");
            }
        }
    }
}
