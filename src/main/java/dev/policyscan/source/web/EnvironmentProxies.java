package dev.policyscan.source.web;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The proxies that {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} name, in either case. */
public final class EnvironmentProxies extends ProxySelector {
    private final Server http;
    private final Server https;
    private final List<String> direct;

    private record Server(String host, int port, String user, String password) {}

    private EnvironmentProxies(Server http, Server https, List<String> direct) {
        this.http = http;
        this.https = https;
        this.direct = direct;
    }

    /**
     * Reads the variables; null where they name no proxy.
     *
     * @throws IllegalArgumentException if one names no proxy that can be used; its message is for people
     */
    public static EnvironmentProxies of(Map<String, String> environment) {
        Server all = server("ALL_PROXY", environment);
        // Under CGI, HTTP_PROXY is the request's header Proxy.
        Server http = environment.containsKey("REQUEST_METHOD") && !environment.containsKey("http_proxy") ? null : server("HTTP_PROXY", environment);
        Server https = server("HTTPS_PROXY", environment);
        if (all == null && http == null && https == null) {
            return null;
        }
        List<String> direct = new ArrayList<>();
        for (String host : value("NO_PROXY", environment).toLowerCase(Locale.ROOT).split("[,\\s]")) {
            if (!host.isBlank()) {
                direct.add(host.strip());
            }
        }
        return new EnvironmentProxies(http == null ? all : http, https == null ? all : https, List.copyOf(direct));
    }

    private static String value(String name, Map<String, String> environment) {
        String lower = environment.get(name.toLowerCase(Locale.ROOT));
        return lower != null ? lower : environment.getOrDefault(name, "");
    }

    private static Server server(String name, Map<String, String> environment) {
        String value = value(name, environment).strip();
        if (value.isEmpty()) {
            return null;
        }
        URI uri;
        try {
            uri = URI.create(value.contains("://") ? value : "http://" + value);
        } catch (IllegalArgumentException e) {
            uri = null;
        }
        // Neither the address nor what is wrong in it is repeated: it may hold a password.
        if (uri == null || uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("the variable " + name + " names no HTTP proxy; set it to http://HOST:PORT");
        }
        String user = null;
        String password = "";
        if (uri.getRawUserInfo() != null) {
            String[] parts = uri.getRawUserInfo().split(":", 2);
            user = decoded(parts[0]);
            password = parts.length > 1 ? decoded(parts[1]) : "";
        }
        return new Server(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), user, password);
    }

    private static String decoded(String escaped) {
        return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public List<Proxy> select(URI uri) {
        Server server = "https".equalsIgnoreCase(uri.getScheme()) ? https : http;
        if (server == null || isDirect(uri)) {
            return List.of(Proxy.NO_PROXY);
        }
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(server.host, server.port)));
    }

    private boolean isDirect(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        for (String entry : direct) {
            String name = entry;
            if (entry.equals("*")) {
                return true;
            }
            int colon = entry.startsWith("[") ? entry.indexOf("]:") + 1 : entry.indexOf(':') == entry.lastIndexOf(':') ? entry.indexOf(':') : 0;
            if (colon > 0) {
                if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                    continue;
                }
                name = entry.substring(0, colon);
            }
            name = name.startsWith("*.") ? name.substring(2) : name.startsWith(".") ? name.substring(1) : name;
            if (host.equals(name) || host.equals("[" + name + "]") || host.endsWith("." + name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The request fails as well, and says so.
    }

    /** Whether a proxy wants a password. */
    public boolean hasPassword() {
        return http != null && http.user != null || https != null && https.user != null;
    }

    /** Answers proxies, and nobody else. */
    Authenticator authenticator() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                for (Server server : new Server[] {https, http}) {
                    if (server != null && server.user != null && getRequestorType() == RequestorType.PROXY
                            && server.host.equalsIgnoreCase(getRequestingHost()) && server.port == getRequestingPort()) {
                        return new PasswordAuthentication(server.user, server.password.toCharArray());
                    }
                }
                return null;
            }
        };
    }
}
