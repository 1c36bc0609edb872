package dev.policyscan.source.web;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes in an answer up to a size; what comes after it is refused, or not read. */
final class LimitedBody implements BodySubscriber<byte[]> {
    private final int max;
    private final boolean cut;
    private final long announced;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final List<byte[]> parts = new ArrayList<>();
    private Subscription subscription;
    private int size;

    /**
     * @param cut whether more than {@code max} is left unread, rather than an error
     * @param announced the size that the server announces; -1 for none
     */
    LimitedBody(int max, boolean cut, long announced) {
        this.max = max;
        this.cut = cut;
        this.announced = announced;
    }

    @Override
    public void onSubscribe(Subscription given) {
        if (subscription != null) {
            given.cancel();
            return;
        }
        subscription = given;
        if (announced > max && !cut) {
            given.cancel();
            body.completeExceptionally(new TooLarge(max));
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            byte[] part = new byte[Math.min(buffer.remaining(), max - size)];
            boolean more = buffer.remaining() > part.length;
            buffer.get(part);
            parts.add(part);
            size += part.length;
            if (more) {
                subscription.cancel();
                if (cut) {
                    body.complete(whole());
                } else {
                    parts.clear();
                    body.completeExceptionally(new TooLarge(max));
                }
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        parts.clear();
        body.completeExceptionally(new BrokenOff(failure));
    }

    @Override
    public void onComplete() {
        if (!body.isDone()) {
            body.complete(whole());
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    private byte[] whole() {
        byte[] whole = new byte[size];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        parts.clear();
        return whole;
    }
}
