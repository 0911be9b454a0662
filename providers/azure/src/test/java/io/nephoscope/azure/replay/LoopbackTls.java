package io.nephoscope.azure.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for the loopback address that nobody has signed, made anew for each run of the tests. */
final class LoopbackTls {
    private static final char[] PASSWORD = "loopback".toCharArray();
    private static final LoopbackTls MADE = make();

    private final SSLContext context;
    private final Path pem;

    private LoopbackTls(SSLContext context, Path pem) {
        this.context = context;
        this.pem = pem;
    }

    static SSLContext context() {
        return MADE.context;
    }

    /** The file to trust. */
    static Path pem() {
        return MADE.pem;
    }

    private static LoopbackTls make() {
        try {
            Path folder = Files.createTempDirectory("loopback");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("server.p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-validity",
                            "30",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            String.valueOf(PASSWORD))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(keytool.getInputStream().readAllBytes());
            if (keytool.waitFor() != 0) {
                throw new AssertionError("keytool: " + said);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            Path pem = folder.resolve("ca.pem");
            Files.writeString(
                    pem,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(
                                            store.getCertificate("server").getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            file.toFile().deleteOnExit();
            pem.toFile().deleteOnExit();
            return new LoopbackTls(context, pem);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
