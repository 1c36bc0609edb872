package dev.policyscan.source.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/** What hosts ask of programs (RFC 9309), each asked once. */
final class Robots {
    /** Eight times what a program must read of one. */
    static final int MAX_BYTES = 4 << 20;
    private static final long LONGEST_DELAY_MILLIS = 10_000;

    private final ConcurrentMap<String, CompletableFuture<BaseRobotRules>> hosts = new ConcurrentHashMap<>();
    private final Asking asking;

    /** Gets a robots.txt. */
    interface Asking {
        /** The answer, whatever its status. */
        Answer get(URI robots) throws IOException;
    }

    /** An answer to the question for a robots.txt. */
    record Answer(int status, String contentType, byte[] bytes) {}

    Robots(Asking asking) {
        this.asking = asking;
    }

    /**
     * Refuses a page that its host asks programs not to fetch.
     *
     * @return how long the host wants to be left alone between two requests
     */
    Duration check(URI page) throws SourceException, InterruptedException {
        URI robots = page.resolve("/robots.txt");
        CompletableFuture<BaseRobotRules> mine = new CompletableFuture<>();
        CompletableFuture<BaseRobotRules> known = hosts.putIfAbsent(robots.toString(), mine);
        if (known == null) {
            try {
                mine.complete(rules(robots));
            } catch (IOException | RuntimeException | Error e) {
                mine.completeExceptionally(e);
            }
            known = mine;
        }
        BaseRobotRules rules;
        try {
            rules = known.get();
        } catch (ExecutionException e) {
            // Whatever is wrong with the host will be wrong with the page.
            throw new SourceException(e.getCause() instanceof SourceException ? e.getCause().getMessage() : "its host's robots.txt cannot be read", e.getCause());
        }
        if (!rules.isAllowed(page.toString())) {
            throw new SourceException(rules.isDeferVisits()
                    ? "its host's robots.txt could not be read, so it is left alone; try again later, or fetch this page by itself"
                    : "its host's robots.txt asks programs to leave it alone; fetch this page by itself, or save it from a browser");
        }
        return Duration.ofMillis(Math.max(0, Math.min(LONGEST_DELAY_MILLIS, rules.getCrawlDelay())));
    }

    private BaseRobotRules rules(URI robots) throws IOException {
        Answer answer = asking.get(robots);
        if (answer.status >= 200 && answer.status < 300) {
            SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_DELAY_MILLIS, Integer.MAX_VALUE);
            return parser.parseContent(robots.toString(), answer.bytes, answer.contentType, List.of(FetchOptions.ROBOT));
        }
        if (answer.status == 429 || answer.status >= 500) {
            SimpleRobotRules none = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
            none.setDeferVisits(true);
            return none;
        }
        return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    }
}
