package dev.policyscan.source.web;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One host's turn: whoever holds it may ask the host, one at a time and not sooner than it likes. */
final class Turn implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock(true);
    private long pause;
    private long next = Long.MIN_VALUE;

    private Turn() {}

    /** The turns of all hosts. */
    static final class Turns {
        private final ConcurrentMap<String, Turn> hosts = new ConcurrentHashMap<>();

        /** Waits for the host to be free. */
        Turn take(String host) throws InterruptedException {
            Turn turn = hosts.computeIfAbsent(host, h -> new Turn());
            turn.lock.lockInterruptibly();
            boolean taken = false;
            try {
                long wait = turn.next == Long.MIN_VALUE ? 0 : turn.next - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                taken = true;
                return turn;
            } finally {
                if (!taken) {
                    turn.lock.unlock();
                }
            }
        }
    }

    /** How long the host wants to be left alone after this. */
    void pause(Duration wanted) {
        pause = wanted.toNanos();
    }

    @Override
    public void close() {
        if (pause > 0) {
            next = System.nanoTime() + pause;
        }
        lock.unlock();
    }
}
