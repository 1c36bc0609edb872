package dev.policyscan.scan;

/** Is told of what a scan does, by any of its threads. */
public interface ScanListener {
    /** Another input is done with; {@code failure} is null where it gave a report. Inputs are told of in their order. */
    void done(Failure failure);
}
