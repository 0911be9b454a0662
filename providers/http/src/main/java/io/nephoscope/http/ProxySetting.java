package io.nephoscope.http;

import io.nephoscope.inventory.doc.Text;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The proxy of an account, as the setting {@code proxy} names it: {@code http://host:port}. */
public record ProxySetting(String host, int port) {
    private static final int LAST_PORT = 65_535;

    /** @throws SettingException whose message says what to write instead */
    public static ProxySetting parse(String text) throws SettingException {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
        if (uri.getUserInfo() != null) {
            throw new SettingException(Text.of(
                    "the setting proxy holds a password, which does not belong into a configuration;"
                            + " write http://host:port, and let the proxy admit this machine by its address.",
                    "设置 proxy 中含有密码，密码不应写入配置；请写成 http://host:port，并由代理按地址放行本机。"));
        }
        String path = uri.getPath();
        boolean isAddress = "http".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && uri.getPort() > 0
                && uri.getPort() <= LAST_PORT
                && (path == null || path.isEmpty() || path.equals("/"))
                && uri.getQuery() == null;
        if (!isAddress) {
            throw wrong(null);
        }
        return new ProxySetting(uri.getHost(), uri.getPort());
    }

    private static SettingException wrong(@Nullable Throwable cause) {
        return new SettingException(
                Text.of(
                        "the setting proxy is not an address such as http://proxy.example:3128.",
                        "设置 proxy 不是形如 http://proxy.example:3128 的地址。"),
                cause);
    }

    public ProxySelector selector() {
        return ProxySelector.of(InetSocketAddress.createUnresolved(host, port));
    }
}
