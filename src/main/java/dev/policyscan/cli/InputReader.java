package dev.policyscan.cli;

import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import dev.policyscan.source.web.FetchOptions;
import dev.policyscan.source.web.Fetched;
import dev.policyscan.source.web.PageRecord;
import dev.policyscan.source.web.WebAddress;
import dev.policyscan.source.web.WebFetcher;
import java.io.Closeable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads inputs as people name them: a file, a web address, or {@code -} for standard input. */
final class InputReader implements Closeable {
    private final Terminal terminal;
    private final WebOptions web;
    private final FetchOptions options;
    private WebFetcher fetcher;

    /**
     * @param inputs all inputs of the run
     * @throws IllegalArgumentException if the environment does not allow to fetch those on the web; its message is for people
     */
    InputReader(Terminal terminal, WebOptions web, List<String> inputs) {
        this.terminal = terminal;
        this.web = web;
        long pages = inputs.stream().filter(WebAddress::isOne).count();
        this.options = pages == 0 ? null : web.fetchOptions(terminal.env(), pages > 1);
    }

    /** @throws SourceException if it cannot be read */
    Source read(String input) throws SourceException {
        if (input.equals(AnalyzeCommand.STDIN)) {
            return Source.of(input, terminal.in());
        }
        if (WebAddress.isOne(input)) {
            return page(input);
        }
        try {
            return PageRecord.source(Path.of(input));
        } catch (InvalidPathException e) {
            throw new SourceException("is no name that a file can have; check the name", e);
        }
    }

    private Source page(String input) throws SourceException {
        fetcher = fetcher == null ? new WebFetcher(options) : fetcher;
        Fetched page = fetcher.fetchPolicy(WebAddress.parse(input), web.follow());
        if (page.hub() != null) {
            terminal.complain(input + ": not the policy itself; took " + page.finalUrl());
        }
        return page.source();
    }

    @Override
    public void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }
}
