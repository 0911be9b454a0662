package io.nephoscope.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    @TempDir
    private static Path folder;

    private static Path pem;
    private static SSLContext server;

    @BeforeAll
    static void makeAnAuthority() throws Exception {
        Path store = folder.resolve("store.p12");
        pem = folder.resolve("ca.pem");
        keytool(
                "-genkeypair -alias ca -keyalg EC -dname CN=localhost -ext san=dns:localhost -validity 30"
                        + " -storetype PKCS12 -storepass changeit -keystore",
                store);
        keytool("-exportcert -rfc -alias ca -storepass changeit -file " + pem + " -keystore", store);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        server = SSLContext.getInstance("TLS");
        server.init(managers.getKeyManagers(), null, null);
    }

    private static void keytool(String arguments, Path store) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments.split(" ")));
        command.add(store.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Reply get(Optional<SSLContext> trust) throws Exception {
        try (Loopback loopback =
                new Loopback(server.getServerSocketFactory(), "https", Loopback.text(200, "trusted"))) {
            return new HttpTransport(Duration.ofSeconds(20), Optional.empty(), trust)
                    .send(Request.get(loopback.endpoint(), "/", Map.of()));
        }
    }

    @Test
    void anAuthorityOfOnesOwnIsBelievedWhereItIsNamed() throws Exception {
        assertThat(get(Optional.of(Trust.with(pem))).text()).isEqualTo("trusted");
    }

    @Test
    void itIsRefusedWhereItIsNot() {
        assertThatThrownBy(() -> get(Optional.empty())).isInstanceOf(SSLException.class);
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> Trust.with(folder.resolve("none.pem")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("none.pem")
                .hasMessageContaining("does not exist");
    }

    @Test
    void aFileWithoutCertificatesIsTold() throws Exception {
        for (String text :
                List.of("", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
            Path file = Files.writeString(folder.resolve("bad.pem"), text);
            assertThatThrownBy(() -> Trust.with(file))
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("holds no certificates");
        }
    }
}
