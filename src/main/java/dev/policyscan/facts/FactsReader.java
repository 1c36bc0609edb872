package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.statement.PolicyReading;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads all facts of a policy; stateless and thread-safe. */
public final class FactsReader {
    private FactsReader() {}

    /** The facts of a policy that has been read. */
    public static PolicyFacts read(PolicyReading reading) {
        Quotes quotes = new Quotes(reading.document());
        Modes modes = new Modes(reading);
        Regions regions = new Regions(reading);
        CategoryTables tables = new CategoryTables(reading, modes, quotes);
        Map<Category, CategoryFact> categories = new CategoriesExtractor(modes, tables, quotes).extract(reading);
        SetFact<Category> disclosed = new CategorySetExtractor(false, reading, tables, quotes).extract(categories);
        CategorySetExtractor soldLists = new CategorySetExtractor(true, reading, tables, quotes);
        SetFact<Category> sold = soldLists.extract(categories);
        List<CategoryTables.Row> rows = Stream.concat(tables.rows().stream(), soldLists.answers().stream()).toList();
        DatesExtractor.Both dates = new DatesExtractor(quotes).extract(reading);
        return new PolicyFacts(
                dates.lastUpdated(),
                dates.effective(),
                CategoriesExtractor.withListed(categories, List.of(disclosed, sold)),
                disclosed,
                sold,
                new SaleExtractor(rows, quotes).extract(reading),
                new SharingExtractor(modes, rows, quotes).extract(reading),
                new MinorsSaleExtractor(quotes).extract(reading),
                new RetentionExtractor(tables, quotes).extract(reading),
                new SignalExtractor(Concept.DNT, quotes).extract(reading),
                new SignalExtractor(Concept.GPC, quotes).extract(reading),
                new ChildrenExtractor(reading, quotes).extract(),
                new RightsExtractor(regions, quotes).extract(reading),
                new AuthorizedAgentExtractor(regions, quotes).extract(reading),
                new RequestMethodsExtractor(reading, regions, quotes).extract());
    }
}
