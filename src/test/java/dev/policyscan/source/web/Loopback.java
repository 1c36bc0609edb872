package dev.policyscan.source.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that does as it is told. */
final class Loopback implements AutoCloseable {
    static final String POLICY = """
            <!doctype html><html><head><title>Fernwick Tea Privacy Policy</title></head><body>
            <h1>Privacy Policy</h1>
            <p>This privacy policy applies to fernwick.example. We collect your name and email address when you order tea.</p>
            <p>We use personal information to fill orders. We do not sell personal information. We share personal information with
            service providers that carry parcels. We retain personal information for two years.</p>
            <p>You may opt out of our letters, and ask us to delete your personal information.</p>
            </body></html>
            """;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "loopback");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;
    private final ServerSocket raw;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    /** The paths asked for, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Answers a request. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** Answers a request in whatever is no HTTP. */
    interface RawAnswer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    Loopback() throws IOException {
        this(HttpServer.create(here(), 0));
    }

    Loopback(HttpServer server) throws IOException {
        this.server = server;
        server.setExecutor(threads);
        server.start();
        raw = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    static InetSocketAddress here() {
        return new InetSocketAddress("127.0.0.1", 0);
    }

    URI uri(String path) {
        String scheme = server instanceof com.sun.net.httpserver.HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    URI on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return uri(path);
    }

    /** A page. */
    URI page(String path, String contentType, String body) {
        return on(path, exchange -> send(exchange, 200, contentType, body.getBytes(UTF_8)));
    }

    URI redirect(String path, int status, String location) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        if (contentType != null) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** The address of something that answers every connection with these bytes, once the request was read. */
    URI raw(RawAnswer answer) {
        threads.execute(() -> {
            while (true) {
                try {
                    Socket socket = raw.accept();
                    sockets.add(socket);
                    threads.execute(() -> answer(socket, answer));
                } catch (IOException e) {
                    return;
                }
            }
        });
        return URI.create("http://127.0.0.1:" + raw.getLocalPort() + "/");
    }

    private static void answer(Socket socket, RawAnswer answer) {
        try (socket) {
            InputStream in = socket.getInputStream();
            StringBuilder request = new StringBuilder();
            for (int b = in.read(); b >= 0; b = in.read()) {
                request.append((char) b);
                if (request.indexOf("\r\n\r\n") >= 0) {
                    break;
                }
            }
            answer.to(socket.getOutputStream());
        } catch (IOException e) {
            // The client went away, as it should.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static byte[] latin1(String text) {
        return text.getBytes(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        raw.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
