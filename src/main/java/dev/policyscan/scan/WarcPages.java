package dev.policyscan.scan;

import dev.policyscan.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/** The pages and documents of a web archive (WARC): answers with status 200, and resources. */
final class WarcPages {
    private final String name;

    WarcPages(String name) {
        this.name = name;
    }

    void read(InputStream in, InputSink sink) throws IOException, InterruptedException {
        long records = 0;
        try (WarcReader reader = new WarcReader(in)) {
            for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                records++;
                record(record.get(), sink);
            }
        } catch (IOException | RuntimeException e) {
            throw new Archive.DamagedException(records, e);
        }
    }

    private void record(WarcRecord record, InputSink sink) throws InterruptedException {
        ScanInput page = null;
        try {
            if (record instanceof WarcResponse response && response.contentType().base().equals(MediaType.HTTP)) {
                HttpResponse http = response.http();
                if (http.status() == 200 && isDocument(http.contentType())) {
                    page = page(response.target(), http.contentType(), http.bodyDecoded());
                }
            } else if (record instanceof WarcResource resource && isDocument(resource.contentType())) {
                page = page(resource.target(), resource.contentType(), resource.body());
            }
        } catch (TooLarge.Refusal e) {
            sink.failure(name(record), FailureKind.INPUT, e.getMessage());
        } catch (IOException | RuntimeException e) {
            // What is wrong with one answer is no reason to give up the others.
            String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
            sink.failure(name(record), FailureKind.INPUT, "is no answer that can be read (" + said + ")");
        }
        if (page != null) {
            sink.input(page);
        }
    }

    private String name(WarcRecord record) {
        return record instanceof WarcTargetRecord target && target.target() != null ? target.target() : name + "!" + record.id();
    }

    private static ScanInput page(String target, MediaType type, MessageBody body) throws IOException {
        byte[] bytes = TooLarge.read(body.stream(), -1);
        String charset = type.parameters().get("charset");
        boolean html = isHtml(type);
        return new ScanInput(target, target, bytes.length, true, () -> {
            Source source = Source.of(target, bytes);
            boolean text = source.mediaType() == dev.policyscan.source.MediaType.TEXT || source.mediaType() == dev.policyscan.source.MediaType.MARKDOWN;
            return new Source(target, bytes, html && text ? dev.policyscan.source.MediaType.HTML : source.mediaType(), charset);
        });
    }

    private static boolean isDocument(MediaType type) {
        String base = base(type);
        return isHtml(type) || Stream.of(dev.policyscan.source.MediaType.values()).anyMatch(kind -> kind.iana().equals(base));
    }

    private static boolean isHtml(MediaType type) {
        String base = base(type);
        return base.equals("text/html") || base.equals("application/xhtml+xml");
    }

    private static String base(MediaType type) {
        return (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
    }
}
