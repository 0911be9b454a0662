package io.nephoscope.jdcloud;

import io.nephoscope.http.HttpTransport;
import io.nephoscope.http.ProxySetting;
import io.nephoscope.http.Recorded;
import io.nephoscope.http.Replayed;
import io.nephoscope.http.SettingException;
import io.nephoscope.http.Transport;
import io.nephoscope.http.Trust;
import io.nephoscope.http.sign.AccessKey;
import io.nephoscope.inventory.Credentials;
import io.nephoscope.inventory.Provider.CredentialField;
import io.nephoscope.inventory.Provider.Setting;
import io.nephoscope.inventory.Provider.Setting.Holds;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What the settings and the credentials of a target come to. */
final class Settings {
    private static final String ENDPOINT = "endpoint-url";
    private static final String ENDPOINTS = "endpoints";
    private static final String PROFILE = "profile";
    private static final String CA = "ca";
    private static final String PROXY = "proxy";
    private static final String RECORD = "record";
    private static final String REPLAY = "replay";

    static final List<Setting> ALL = List.of(
            new Setting(PROFILE, "profile of the configuration of JD Cloud's command line, ~/.jdc/config"),
            new Setting(
                    ENDPOINT,
                    "endpoint in place of every service's own; {service} and {region} in it stand for their names,"
                            + " as in https://{service}.{region}.cloud.example"),
            new Setting(
                    ENDPOINTS,
                    "endpoints of single services, as in vm=https://vm.cloud.example, s3=https://oss.cloud.example"
                            + " (s3 is the object storage)"),
            new Setting(CA, "PEM file with certificates to trust besides those of the JDK", Holds.FILE_TO_READ),
            new Setting(PROXY, "proxy through which the account is reached, as http://proxy.example:3128"),
            new Setting(
                    RECORD,
                    "file into which questions and answers are written, without credentials",
                    Holds.FILE_TO_WRITE),
            new Setting(REPLAY, "such a file, to be answered from it in place of the cloud", Holds.FILE_TO_READ));

    static final List<CredentialField> CREDENTIALS = List.of(
            new CredentialField("access-key", "JDCLOUD_ACCESS_KEY", "access key"),
            new CredentialField("secret-key", "JDCLOUD_SECRET_KEY", "secret of the access key"),
            new CredentialField("security-token", "JDCLOUD_SECURITY_TOKEN", "token of temporary credentials"));

    private final Target target;

    Settings(Target target) {
        this.target = target;
    }

    private Optional<String> setting(String name) {
        return target.setting(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private TargetException wrong(Text message, Exception cause) {
        return new TargetException(target.says(message), cause);
    }

    /** A profile that was named; else where the target's credentials are kept; else the profile in use. */
    AccessKey key() throws TargetException {
        Optional<String> profile = setting(PROFILE);
        if (profile.isPresent()) {
            return KeyFile.read(profiles(), profile.get(), target);
        } else if (setting(REPLAY).isPresent()) {
            return new AccessKey("none", "none", Optional.empty());
        }
        Credentials kept = target.credentials().read();
        if (kept.isEmpty()) {
            throw new TargetException(Text.of(
                    "No JD Cloud credentials were found for {0}:"
                            + " set JDCLOUD_ACCESS_KEY and JDCLOUD_SECRET_KEY, or name a profile.",
                    "未找到 {0} 的京东云凭证：请设置 JDCLOUD_ACCESS_KEY 和 JDCLOUD_SECRET_KEY，或指定 profile。", target.label()));
        }
        return new AccessKey(
                kept.require(target, "access-key"), kept.require(target, "secret-key"), kept.get("security-token"));
    }

    /** What the file of the service asks for. */
    static Map<String, String> ofService(AccessKey key) {
        return Map.of(
                "accessKey",
                key.id(),
                "secretKey",
                key.secret(),
                "securityToken",
                key.token().orElse(""));
    }

    private static Path profiles() {
        return Path.of(System.getProperty("user.home"), ".jdc", "config");
    }

    JdEndpoints endpoints() throws TargetException {
        try {
            return new JdEndpoints(setting(ENDPOINT), byService());
        } catch (IllegalArgumentException e) {
            throw wrong(
                    Text.of(
                            "the settings {0} and {1} take addresses such as https://{service}.cloud.example:8443.",
                            "设置 {0} 和 {1} 须为形如 https://{service}.cloud.example:8443 的地址。", ENDPOINT, ENDPOINTS),
                    e);
        }
    }

    private Map<String, String> byService() {
        Map<String, String> byService = new HashMap<>();
        for (String pair : setting(ENDPOINTS).orElse("").split("[,\\s]+", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                byService.put(pair.substring(0, equals), pair.substring(equals + 1));
            } else if (!pair.isEmpty()) {
                throw new IllegalArgumentException("no service is named: " + pair);
            }
        }
        return byService;
    }

    /** What two targets have in common that are reached in the same way. */
    List<Object> way() {
        return List.of(target.base(), setting(CA), setting(PROXY), setting(RECORD), setting(REPLAY));
    }

    /** @param deadline how long one exchange may take */
    Transport transport(Duration deadline) throws TargetException {
        try {
            Optional<String> replay = setting(REPLAY);
            if (replay.isPresent()) {
                return new Replayed(path(replay.get()));
            }
            Optional<ProxySetting> proxy = Optional.empty();
            if (setting(PROXY).isPresent()) {
                proxy = Optional.of(ProxySetting.parse(setting(PROXY).get()));
            }
            Optional<SSLContext> trust = Optional.empty();
            if (setting(CA).isPresent()) {
                trust = Optional.of(Trust.with(path(setting(CA).get())));
            }
            Transport direct = new HttpTransport(deadline, proxy, trust);
            return setting(RECORD)
                    .<Transport>map(file -> new Recorded(direct, path(file)))
                    .orElse(direct);
        } catch (SettingException e) {
            throw wrong(e.text(), e);
        }
    }

    private Path path(String file) {
        return target.base().resolve(file);
    }

    /**
     * The regions asked for, or those of the public cloud.
     *
     * @throws TargetException for an installation of one's own without regions, which no call lists
     */
    static List<String> regions(Target target, JdEndpoints endpoints) throws TargetException {
        if (!target.regions().isEmpty()) {
            return target.regions();
        } else if (endpoints.isPrivate()) {
            throw new TargetException(target.says(Text.of(
                    "an endpoint of its own has regions of its own, and JD Cloud has no call that lists them;"
                            + " name them, as in regions: [cn-north-1].",
                    "自有服务端点有自己的区域，而京东云没有列出区域的调用；请写明区域，如 regions: [cn-north-1]。")));
        }
        return JdCloudTypes.SERVICE.regions();
    }
}
