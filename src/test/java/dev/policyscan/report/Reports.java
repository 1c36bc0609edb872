package dev.policyscan.report;

import dev.policyscan.classify.Topic;
import dev.policyscan.document.Section;
import dev.policyscan.facts.Basis;
import dev.policyscan.facts.Category;
import dev.policyscan.facts.CategoryFact;
import dev.policyscan.facts.ChildrenFact;
import dev.policyscan.facts.ChildrenStance;
import dev.policyscan.facts.Collected;
import dev.policyscan.facts.Evidence;
import dev.policyscan.facts.MinorsSaleStance;
import dev.policyscan.facts.PolicyFacts;
import dev.policyscan.facts.RequestMethod;
import dev.policyscan.facts.RetentionFact;
import dev.policyscan.facts.RetentionKind;
import dev.policyscan.facts.Right;
import dev.policyscan.facts.SaleStance;
import dev.policyscan.facts.SetFact;
import dev.policyscan.facts.SharingStance;
import dev.policyscan.facts.SignalStance;
import dev.policyscan.facts.StanceFact;
import dev.policyscan.facts.ValueFact;
import dev.policyscan.statement.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reports made by hand, for the tests of the writers. */
final class Reports {
    static final String TEXT = """
            Quillfeather Privacy Notice
            Last revised: 4 May 2025

            1. What we gather
            We gather identifiers, such as your name and e-mail address. We do not gather biometric information.

            2. Selling
            When somebody from the bindery asks us over the counter what becomes of the addresses on the mailing list, the answer that
            we give, and that we have given since the shop opened its doors, is that we do not sell your personal information to anyone
            at all, neither to printers nor to publishers, nor to whoever else may come by with an offer that sounds too good to be true.

            3. Keeping
            Order slips are shredded after two years. Guest-book entries are kept | for ever <b>`really`</b>.
            """;

    private Reports() {}

    static Evidence evidence(String quote, double confidence) {
        int start = TEXT.indexOf(quote);
        int line = (int) TEXT.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        return new Evidence(quote, start, start + quote.length(), line, line < 4 ? null : line < 7 ? "s1" : line < 12 ? "s2" : "s3", confidence);
    }

    /** Without a single fact. */
    static PolicyReport silent(String title, String company, String language, boolean isPrivacyPolicy) {
        PolicyFacts facts = new PolicyFacts(
                new ValueFact<>(null, List.of()),
                new ValueFact<>(null, List.of()),
                Map.of(),
                new SetFact<Category>(List.of(), List.of()),
                new SetFact<Category>(List.of(), List.of()),
                new StanceFact<>(SaleStance.UNSTATED, List.of()),
                new StanceFact<>(SharingStance.UNSTATED, List.of()),
                new StanceFact<>(MinorsSaleStance.UNSTATED, List.of()),
                new RetentionFact(List.of(), List.of(), List.of()),
                new StanceFact<>(SignalStance.UNSTATED, List.of()),
                new StanceFact<>(SignalStance.UNSTATED, List.of()),
                new ChildrenFact(null, List.of(), ChildrenStance.UNSTATED, List.of()),
                new SetFact<Right>(List.of(), List.of()),
                new ValueFact<>(false, List.of()),
                new SetFact<RequestMethod>(List.of(), List.of()));
        return new PolicyReport(source(), new PolicyReport.DocumentInfo(title, company, language, 12, isPrivacyPolicy, List.of()), facts, List.of(), List.of());
    }

    /** The report of a policy that was fetched. */
    static PolicyReport fetched(String uri, String origin) {
        PolicyReport report = silent("Pancakes", null, "en", false);
        PolicyReport.SourceInfo source = new PolicyReport.SourceInfo(uri, "text/html", "UTF-8", 900, "0".repeat(64), origin, Instant.parse("2025-05-06T07:08:09.123Z"));
        return new PolicyReport(source, report.document(), report.facts(), report.clauses(), report.findings());
    }

    /** With a fact of every kind. */
    static PolicyReport full() {
        Evidence sale = evidence(TEXT.substring(TEXT.indexOf("When somebody"), TEXT.indexOf("\n\n3.")), 0.987);
        Evidence shredded = evidence("Order slips are shredded after two years.", 0.9);
        Evidence guests = evidence("Guest-book entries are kept | for ever <b>`really`</b>.", 1);
        Evidence identifiers = evidence("We gather identifiers, such as your name and e-mail address.", 0.954);
        Evidence biometric = evidence("We do not gather biometric information.", 0.005);
        PolicyFacts facts = new PolicyFacts(
                new ValueFact<>("2025-05-04", List.of(evidence("Last revised: 4 May 2025", 1))),
                new ValueFact<>(null, List.of()),
                Map.of(
                        Category.A, new CategoryFact(Collected.YES, Basis.EXPLICIT, List.of(identifiers)),
                        Category.B, new CategoryFact(Collected.YES, Basis.INFERRED, List.of(identifiers)),
                        Category.E, new CategoryFact(Collected.NO, Basis.EXPLICIT, List.of(biometric))),
                new SetFact<>(List.of(Category.B, Category.A), List.of(identifiers)),
                new SetFact<>(List.of(Category.B), List.of(identifiers)),
                new StanceFact<>(SaleStance.DOES_NOT_SELL, List.of(sale)),
                new StanceFact<>(SharingStance.SHARES, List.of(identifiers)),
                new StanceFact<>(MinorsSaleStance.OPT_IN, List.of(identifiers)),
                new RetentionFact(
                        List.of(RetentionKind.PERIOD, RetentionKind.INDEFINITE), List.of("P2Y"), List.of(guests, shredded, shredded, sale)),
                new StanceFact<>(SignalStance.DOES_NOT_HONOR, List.of(identifiers)),
                new StanceFact<>(SignalStance.UNSTATED, List.of()),
                new ChildrenFact(13, List.of(16, 18), ChildrenStance.NOT_DIRECTED, List.of(identifiers)),
                new SetFact<>(List.of(Right.NON_DISCRIMINATION, Right.KNOW), List.of(identifiers)),
                new ValueFact<>(true, List.of(identifiers)),
                new SetFact<>(List.of(RequestMethod.EMAIL, RequestMethod.WEB_FORM), List.of(identifiers)));
        int sell = TEXT.indexOf("sell your");
        Statement denial = new Statement(
                Statement.Actor.BUSINESS, Statement.Practice.SELL, Statement.Polarity.NEGATIVE, Statement.Modality.DOES,
                Statement.Subject.PERSONAL_INFORMATION, Statement.Speech.ASSERTION, true, sell, sell + "sell".length());
        PolicyReport.Clause clause = new PolicyReport.Clause(
                "s2", sale.start(), sale.end(), sale.line(), List.of(new PolicyReport.ScoredTopic(Topic.SALE, 0.97), new PolicyReport.ScoredTopic(Topic.OTHER, 0.03)),
                List.of(Category.A), List.of(denial));
        PolicyReport.Finding finding = new PolicyReport.Finding(
                "contradiction", "warning", "Guest-book entries are kept for ever beside a stated period.", "§1798.100(a)(3)", List.of(guests));
        Section section = new Section("s2", null, 1, "Selling", TEXT.indexOf("2. Selling"), TEXT.indexOf("3. Keeping"), 7);
        return new PolicyReport(
                source(),
                new PolicyReport.DocumentInfo("Quillfeather Privacy Notice", "Quillfeather & Daughters", "en", 99, true,
                        List.of(new PolicyReport.TopicSection(section, List.of(Topic.SALE)))),
                facts, List.of(clause), List.of(finding));
    }

    private static PolicyReport.SourceInfo source() {
        return new PolicyReport.SourceInfo("shop/quillfeather.txt", "text/plain", "UTF-8", 900, "0".repeat(64));
    }
}
