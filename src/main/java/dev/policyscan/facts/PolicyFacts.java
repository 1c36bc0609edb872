package dev.policyscan.facts;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a policy says of itself, each fact with the words it rests on. No component is null.
 *
 * @param lastUpdated the date of the last update, {@code YYYY-MM-DD} or {@code YYYY-MM}
 * @param effective the date from which the policy is effective, in the same form
 * @param categories an answer for each category, in letter order
 * @param disclosed categories that it says, category by category, it discloses for a business purpose
 * @param soldOrShared categories that it says, category by category, it sells or shares
 * @param sale its stance on selling personal information
 * @param sharing its stance on sharing for cross-context behavioural advertising
 * @param minorsSale its stance on selling the information of consumers under 16
 * @param retention how long it keeps personal information
 * @param dnt what it does with Do Not Track
 * @param gpc what it does with the Global Privacy Control
 * @param children what it says about children
 * @param rights the rights it describes
 * @param authorizedAgent true where an agent may make requests
 * @param requestMethods the ways it names to exercise the rights
 */
public record PolicyFacts(
        ValueFact<String> lastUpdated,
        ValueFact<String> effective,
        Map<Category, CategoryFact> categories,
        SetFact<Category> disclosed,
        SetFact<Category> soldOrShared,
        StanceFact<SaleStance> sale,
        StanceFact<SharingStance> sharing,
        StanceFact<MinorsSaleStance> minorsSale,
        RetentionFact retention,
        StanceFact<SignalStance> dnt,
        StanceFact<SignalStance> gpc,
        ChildrenFact children,
        SetFact<Right> rights,
        ValueFact<Boolean> authorizedAgent,
        SetFact<RequestMethod> requestMethods) {
    /** The facts of a text that states none. */
    public static final PolicyFacts NONE = new PolicyFacts(
            new ValueFact<>(null, List.of()), new ValueFact<>(null, List.of()), Map.of(), new SetFact<Category>(List.of(), List.of()), new SetFact<Category>(List.of(), List.of()),
            new StanceFact<>(SaleStance.UNSTATED, List.of()), new StanceFact<>(SharingStance.UNSTATED, List.of()), new StanceFact<>(MinorsSaleStance.UNSTATED, List.of()),
            new RetentionFact(List.of(), List.of(), List.of()), new StanceFact<>(SignalStance.UNSTATED, List.of()), new StanceFact<>(SignalStance.UNSTATED, List.of()),
            new ChildrenFact(null, List.of(), ChildrenStance.UNSTATED, List.of()), new SetFact<Right>(List.of(), List.of()), new ValueFact<>(false, List.of()),
            new SetFact<RequestMethod>(List.of(), List.of()));

    public PolicyFacts {
        Map<Category, CategoryFact> ordered = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            ordered.put(category, categories.getOrDefault(category, CategoryFact.UNSTATED));
        }
        categories = Collections.unmodifiableMap(ordered);
    }
}
