package dev.policyscan.cli;

/** The exit codes of every command. */
final class ExitCode {
    static final int DONE = 0;
    static final int USAGE = 2;
    static final int INPUT = 3;
    static final int BUG = 70;

    private ExitCode() {}
}
