package dev.policyscan.cli;

import dev.policyscan.source.SourceException;
import dev.policyscan.source.web.FetchOptions;
import dev.policyscan.source.web.Fetched;
import dev.policyscan.source.web.PageFolder;
import dev.policyscan.source.web.WebAddress;
import dev.policyscan.source.web.WebFetcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Saves pages. */
@Command(
        name = "fetch",
        description = "Save policies from the web, with where and when they came from.",
        footer = {
            "  policyscan fetch https://example.com/privacy",
            "  policyscan fetch --follow -o policies/ https://example.com https://example.org",
            "  policyscan fetch -o policies/ - < addresses.txt",
            "",
            "Each page is saved as it was received, as NAME.html (.pdf, .txt, .md, .docx), beside NAME.meta.json with its address, time, "
                    + "headers and digest; the files' names are printed. Fetching a page again replaces it. What holds no policy is not saved.",
            "",
            "One page of a host is fetched at a time; of a list, robots.txt is obeyed. HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY "
                    + "name proxies."
        })
final class FetchCommand implements Callable<Integer> {
    @ParentCommand
    private PolicyscanCommand policyscan;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", arity = "1..*", description = "The address of a page, or - for addresses on standard input, one a line.")
    private List<String> urls;

    @Option(names = {"-o", "--output"}, paramLabel = "FOLDER", defaultValue = ".", description = "The folder to save to. Default: the current one.")
    private String output;

    @Mixin
    private WebOptions web;

    @Override
    public Integer call() throws OutputException {
        if (Collections.frequency(urls, AnalyzeCommand.STDIN) > 1) {
            throw misuse("standard input (-) can be read once only");
        }
        Map<URI, String> pages = new LinkedHashMap<>();
        int code = ExitCode.DONE;
        for (String url : addresses()) {
            try {
                pages.putIfAbsent(WebAddress.parse(url), url);
            } catch (SourceException e) {
                code = Math.max(code, policyscan.failed(url, e));
            }
        }
        return Math.max(code, save(pages));
    }

    private int save(Map<URI, String> pages) throws OutputException {
        PageFolder folder = new PageFolder(folder());
        Map<URI, String> names = new LinkedHashMap<>();
        pages.keySet().forEach(page -> names.put(page, folder.name(page)));
        int code = ExitCode.DONE;
        try (WebFetcher fetcher = new WebFetcher(options(pages.size() > 1))) {
            List<URI> order = List.copyOf(pages.keySet());
            List<Future<Saved>> outcomes = fetcher.each(order, page -> save(fetcher.fetchPolicy(page, web.follow()), folder, names.get(page)));
            for (int i = 0; i < order.size(); i++) {
                String url = pages.get(order.get(i));
                try {
                    Saved saved = outcomes.get(i).get();
                    if (saved.hub) {
                        policyscan.terminal().complain(url + ": not the policy itself; took " + saved.from);
                    }
                    policyscan.terminal().print(saved.file + "\n");
                } catch (ExecutionException e) {
                    code = Math.max(code, failed(url, e.getCause()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Math.max(code, policyscan.failed(url, new SourceException("was interrupted", e)));
                }
            }
        }
        return code;
    }

    /** What became of a page; not the page itself, so that a long list fits into memory. */
    private record Saved(Path file, boolean hub, URI from) {}

    private static Saved save(Fetched page, PageFolder folder, String name) throws OutputException {
        try {
            return new Saved(folder.save(name, page), page.hub() != null, page.finalUrl());
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }

    private int failed(String url, Throwable e) {
        if (e instanceof OutputException unwritten) {
            return policyscan.failed(unwritten.name(), unwritten);
        }
        return e instanceof SourceException unread ? policyscan.failed(url, unread) : policyscan.bug(url, e);
    }

    private List<String> addresses() throws OutputException {
        List<String> all = new ArrayList<>();
        for (String url : urls) {
            if (!url.equals(AnalyzeCommand.STDIN)) {
                all.add(url);
                continue;
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(policyscan.terminal().in(), StandardCharsets.UTF_8));
            lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(all::add);
        }
        return all;
    }

    private Path folder() {
        try {
            return Path.of(output).normalize();
        } catch (InvalidPathException e) {
            throw misuse(output + " is no name that a folder can have");
        }
    }

    private FetchOptions options(boolean list) {
        try {
            return web.fetchOptions(policyscan.terminal().env(), list);
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage());
        }
    }

    private ParameterException misuse(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
