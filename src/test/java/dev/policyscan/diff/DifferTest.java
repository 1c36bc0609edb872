package dev.policyscan.diff;

import static dev.policyscan.diff.Policies.FERNWICK;
import static dev.policyscan.diff.Policies.diff;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.policyscan.report.PolicyDiff;
import dev.policyscan.report.PolicyDiff.Change;
import dev.policyscan.report.PolicyDiff.Direction;
import dev.policyscan.report.PolicyDiff.Layer;
import dev.policyscan.report.PolicyDiff.Severity;
import dev.policyscan.report.PolicyDiff.What;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferTest {
    private static PolicyDiff edited(String old, String young) {
        assertTrue(FERNWICK.contains(old), old);
        return diff(FERNWICK, FERNWICK.replace(old, young));
    }

    private static Change only(PolicyDiff diff, Layer layer) {
        List<Change> changes = diff.changes().stream().filter(c -> c.layer() == layer).toList();
        assertEquals(1, changes.size(), changes.toString());
        return changes.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We do not sell personal information. | We may sell personal information. | sale | does_not_sell | sells | WEAKENS
            for 30 days | for two years | retention | P30D | P2Y | WEAKENS
            children under 13 | children under the age of 16 | children | 13 | 16 | STRENGTHENS
            the right to delete it. | the right to delete it and the right to correct it. | rights | | correct | STRENGTHENS
            your name and | your name, your fingerprints and | category | unstated | yes | WEAKENS
            Our website does not respond to Do Not Track signals. | Our website has pictures of tea. | dnt | does_not_honor | unstated | STRENGTHENS
            March 3, 2024 | April 5, 2025 | date | 2024-03-03 | 2025-04-05 | NEUTRAL
            """)
    void tellsWhichFactChanged(String old, String young, String fact, String from, String to, Direction direction) {
        Change change = only(edited(old, young), Layer.FACT);
        assertEquals(fact, change.fact());
        assertEquals(from, change.from());
        assertEquals(to, change.to());
        assertEquals(direction, change.direction());
        assertFalse(change.oldEvidence().isEmpty(), "evidence");
        assertTrue(!change.newEvidence().isEmpty() || to.equals("unstated"), "evidence on both sides");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We do not sell personal information. | We do not sell personal information. We share your information with advertising networks. | MATERIAL
            Our website does not respond to Do Not Track signals. | '' | MATERIAL
            couriers who bring your parcel; | couriers who bring your parcel;\\n- advertising partners; | MATERIAL
            We never share information with: | We also share information with: | MATERIAL
            We keep order records for 30 days and then delete them. | We keep order records for 30 days and then delete them. Our shop stands at the old harbour. | MINOR
            March 3, 2024 | March 9, 2024 | MINOR
            collects your name | gathers your name | COSMETIC
            do not sell personal information | don’t sell personal data | COSMETIC
            ## Keeping | ### 2. KEEPING | COSMETIC
            privacy@fernwick.example | privacy [at] fernwick [dot] example | COSMETIC
            the right to know what we collect and the right to delete it | the right to delete it and the right to know what we collect | COSMETIC
            - couriers who bring your parcel; | * the bank that takes your payment;\\n* couriers who bring your parcel; | COSMETIC
            """)
    void givesItsVerdict(String old, String young, Severity verdict) {
        assertEquals(verdict, edited(old, young.replace("\\n", "\n")).verdict());
    }

    @Test
    void sameWordsUnderTheOppositeIntroductionAreNoMove() {
        String brokers = "- brokers who trade in addresses.\n";
        PolicyDiff diff = diff(FERNWICK, FERNWICK.replace("\n" + brokers, "\n- lamp posts.\n").replace("- couriers", brokers + "- couriers"));
        assertEquals(Severity.MATERIAL, diff.verdict());
    }

    @Test
    void movedTextIsMoved() {
        String children = "We do not knowingly collect personal information from children under 13.";
        PolicyDiff diff = diff(FERNWICK, FERNWICK.replace(children + "\n\n", "") + "\n" + children + "\n");
        assertEquals(Severity.COSMETIC, diff.verdict());
        assertTrue(diff.changes().stream().anyMatch(c -> c.what() == What.MOVED && c.newEvidence().get(0).quote().equals(children)), diff.changes().toString());
        assertTrue(diff.changes().stream().allMatch(c -> c.layer() == Layer.CLAUSE));
    }

    @Test
    void splitAndMergedSentencesAreAligned() {
        PolicyDiff diff = edited("We keep order records for 30 days and then delete them.", "We keep order records for 30 days.\n\nThen we delete order records.");
        assertTrue(diff.changes().stream().noneMatch(c -> c.what() == What.REMOVED), diff.changes().toString());
    }

    @Test
    void whoIsRenamedPromisesNothingNew() {
        String longer = FERNWICK.replace("# Privacy Policy", "# Fernwick Tea Company Privacy Policy") + "\n\nFernwick Tea Company is in Lisbon. Fernwick Tea Company answers letters.\n";
        PolicyDiff diff = diff(longer, longer.replace("Fernwick Tea Company", "Alderbrook Leaves"));
        assertEquals(Severity.COSMETIC, diff.verdict(), diff.changes().toString());
    }

    @Test
    void anotherVendorIsNoOtherName() {
        String longer = FERNWICK + "\n\nLetterfox sends our newsletter. Letterfox knows your email address.\n";
        assertTrue(diff(longer, longer.replace("Letterfox", "Pigeonpost")).verdict() != Severity.COSMETIC);
    }

    @Test
    void aLawOrStateIsNotRenamed() {
        String longer = FERNWICK + "\n\nCalifornia residents may write to us about their rights. California residents may also call.\n";
        assertTrue(diff(longer, longer.replace("California", "Virginia")).verdict() != Severity.COSMETIC);
    }

    @Test
    void anotherAnswerInATableIsMaterial() {
        String table = FERNWICK + "\n\n| Category | Collected |\n|---|---|\n| Identifiers, such as your name | \u2713 |\n| Geolocation data | \u2717 |\n| Audio recordings | No |\n";
        assertEquals(Severity.MATERIAL, diff(table, table.replace("Geolocation data | \u2717", "Geolocation data | \u2713")).verdict());
        assertEquals(Severity.MATERIAL, diff(table, table.replace("recordings | No", "recordings | Yes")).verdict());
        assertEquals(Severity.COSMETIC, diff(table, table.replace("recordings | No", "recordings | \u2718")).verdict());
    }

    @Test
    void tellsSilentChanges() {
        assertTrue(edited("We do not sell", "We may sell").silent());
        assertFalse(diff(FERNWICK, FERNWICK.replace("We do not sell", "We may sell").replace("March 3, 2024", "May 1, 2024")).silent());
        assertFalse(edited("collects your name", "gathers your name").silent());
    }

    @Test
    void comparesTheWordsOfAClause() {
        Change change = only(edited("for 30 days", "for two years"), Layer.CLAUSE);
        assertEquals("We keep order records for 30 days and then delete them.", join(change, true));
        assertEquals("We keep order records for two years and then delete them.", join(change, false));
        assertEquals(1, change.segments().stream().filter(s -> !s.same()).count());
    }

    private static String join(Change change, boolean old) {
        StringBuilder text = new StringBuilder();
        change.segments().forEach(s -> text.append(old ? s.before() : s.after()));
        return text.toString();
    }

    @Test
    void aVersionThatIsNotThereSaysNothing() {
        PolicyDiff diff = diff(Version.absent("/dev/null"), Policies.version("policy.md", FERNWICK));
        assertEquals(Severity.MATERIAL, diff.verdict());
        assertTrue(diff.changes().stream().allMatch(c -> c.what() == What.ADDED), diff.changes().toString());
    }

    @Test
    void aMenuAroundThePolicyIsNoPartOfIt() {
        String menu = "* [Teas](/teas)\n* [Pots](/pots)\n* [Gifts](/gifts)\n* [Recipes](/recipes)\n* [Shops](/shops)\n* [Careers](/careers)\n\n";
        assertEquals(Severity.COSMETIC, diff(menu + FERNWICK, menu.replace("[Gifts](/gifts)", "[Hampers](/hampers)\n* [Tea of the month](/month)") + FERNWICK).verdict());
    }
}
