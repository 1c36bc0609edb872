package dev.policyscan.scan;

import java.util.List;

/**
 * What a scan did.
 *
 * @param found how many inputs there were
 * @param reports how many gave a report
 * @param reused how many of those were there already
 * @param failed how many gave none
 * @param gated how many policies met the condition that is a reason to fail
 * @param gatedIds the ids of the first few of them
 */
public record ScanResult(long found, long reports, long reused, long failed, int gated, List<String> gatedIds) {
    public ScanResult {
        gatedIds = List.copyOf(gatedIds);
    }
}
