/** The command line: parses arguments, calls the analyzer, writes reports, chooses an exit code. */
package dev.policyscan.cli;
