package dev.policyscan.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs each kind of analysis once on a few lines, so that the JVM can archive the classes that real runs load. */
final class Rehearsal {
    /** Makes every reader of facts find something. */
    private static final String WORDY = """
            # Privacy Policy of Quillfeather Kettles, Inc.

            *Effective date: March 3, 2024. Last updated on 5 April 2025.*

            Quillfeather Kettles, Inc. ("Quillfeather," "we" or "us") makes [kettles](https://quillfeather.example/kettles). **This policy** covers them.

            ## 1. Information We Collect

            In the past 12 months we have collected the following categories of personal information:

            - Identifiers, such as your name, postal address, IP address or e-mail address.
            - Commercial information: the kettles you bought. We do not collect biometric information.
            - Geolocation data, from your phone; we use it to send the nearest plumber.

            | Category of personal information | Collected | Disclosed for a business purpose to | Sold or shared |
            |---|---|---|---|
            | A. Identifiers | Yes | Carriers | Advertising networks |
            | B. Customer records | Yes | Carriers | No |
            | F. Internet or other network activity | No | | No |

            ## 2. How We Disclose and Sell Information

            We disclose identifiers and commercial information to carriers for a business purpose. We do not sell your personal information for money, but letting \
            ad networks read cookies may be considered a "sale" or "sharing" for cross-context behavioral advertising. We have no actual knowledge that we sell or \
            share the personal information of consumers under 16 years of age.

            ## 3. Retention

            We keep your personal information for two years after your last order, and delete logs after ninety (90) days, or as long as the law requires.

            ## 4. Children

            Our website is not directed to children under 13, and we do not knowingly collect personal information from them. Parents may ask us to delete it.

            ## 5. Do Not Track and Global Privacy Control

            We do not respond to Do Not Track signals. We honor the Global Privacy Control as a request to opt out of sale.

            ## 6. Your California Privacy Rights

            California residents have the right to know, to delete, to correct, to opt out of the sale of personal information, to limit the use of sensitive \
            personal information, and not to be discriminated against. To exercise your rights, call us toll-free at 1-800-555-0100, write to \
            privacy@quillfeather.example or to 7 Spout Lane, Kettleby, CA 90000, or fill in the web form at https://quillfeather.example/requests. \
            An authorized agent may submit a request for you with your written permission.
            """;
    private static final List<String> POLICIES = List.of(
            "PRIVACY POLICY\n\nLast updated: May 1, 2025\n\nWe collect your name and email address. We do not sell personal information.\n",
            "# Privacy policy\n\n## What we collect\n\n- your [name](#name)\n- your location\n\n| Category | Collected |\n|---|---|\n| A. Identifiers | YES |\n",
            WORDY,
            "<!doctype html><html><body><h1>Privacy policy</h1><p>We keep personal information for two years.</p>"
                    + "<ul><li>cookies</li></ul><table><tr><td>Identifiers</td><td>Yes</td></tr></table></body></html>");

    private Rehearsal() {}

    /** Analyzes and discards. */
    public static void main(String[] args) {
        for (String policy : POLICIES) {
            for (String format : List.of("json", "text", "markdown")) {
                run(policy, "analyze", "-f", format, "-");
            }
        }
        try {
            Path file = Files.createTempFile("policyscan", ".md");
            Files.writeString(file, WORDY);
            run("", "analyze", file.toString());
            Files.delete(file);
        } catch (IOException e) {
            // Without a file the archive only lacks what reads files.
            return;
        }
    }

    private static void run(String input, String... args) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        OutputStream nowhere = OutputStream.nullOutputStream();
        new Main(in, nowhere, nowhere, System.getenv(), true).run(args);
    }
}
