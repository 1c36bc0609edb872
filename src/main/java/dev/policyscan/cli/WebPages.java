package dev.policyscan.cli;

import dev.policyscan.scan.Inputs;
import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import dev.policyscan.source.web.FetchOptions;
import dev.policyscan.source.web.WebAddress;
import dev.policyscan.source.web.WebFetcher;
import java.io.Closeable;

/** Fetches the web addresses of a list; polite to each host, and with threads of its own only once there is something to fetch. */
final class WebPages implements Inputs.Fetcher, Closeable {
    private final FetchOptions options;
    private final boolean follow;
    private WebFetcher fetcher;

    /** @throws IllegalArgumentException if the environment names a proxy that cannot be used; its message is for people */
    WebPages(Terminal terminal, WebOptions web) {
        this.options = web.fetchOptions(terminal.env(), true);
        this.follow = web.follow();
    }

    @Override
    public Source fetch(String url) throws SourceException {
        return fetcher().fetchPolicy(WebAddress.parse(url), follow).source();
    }

    private synchronized WebFetcher fetcher() {
        fetcher = fetcher == null ? new WebFetcher(options) : fetcher;
        return fetcher;
    }

    @Override
    public synchronized void close() {
        if (fetcher != null) {
            fetcher.close();
        }
    }
}
