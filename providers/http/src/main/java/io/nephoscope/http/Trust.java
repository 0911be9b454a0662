package io.nephoscope.http;

import io.nephoscope.inventory.doc.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to believe who they are: whom the JDK believes, and the authorities of a PEM file that the setting {@code ca} names. */
public final class Trust {
    private Trust() {}

    /** @throws SettingException where the file is none, or holds no certificates */
    public static SSLContext with(Path pem) throws SettingException {
        TrustManager[] managers = managers(pem);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw unusable(pem, e);
        }
    }

    /**
     * The same for clients that make their own context.
     *
     * @throws SettingException where the file is none, or holds no certificates
     */
    public static TrustManager[] managers(Path pem) throws SettingException {
        Collection<? extends Certificate> added = read(pem);
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate known : ofJdk()) {
                store.setCertificateEntry("jdk-" + number++, known);
            }
            for (Certificate one : added) {
                store.setCertificateEntry("ca-" + number++, one);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(pem, e);
        }
    }

    private static Collection<? extends Certificate> read(Path pem) throws SettingException {
        try {
            byte[] text = Files.readAllBytes(pem);
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text));
            if (!found.isEmpty()) {
                return found;
            }
        } catch (NoSuchFileException e) {
            throw new SettingException(
                    Text.of("the setting ca names the file {0}, which does not exist.", "设置 ca 指定的文件 {0} 不存在。", pem),
                    e);
        } catch (CertificateException e) {
            throw none(pem, e);
        } catch (IOException e) {
            throw new SettingException(
                    Text.of("the file {0} that the setting ca names cannot be read.", "设置 ca 指定的文件 {0} 无法读取。", pem), e);
        }
        throw none(pem, null);
    }

    private static SettingException unusable(Path pem, Exception why) {
        return new SettingException(
                Text.of(
                        "the certificates in {0} cannot be used ({1}).",
                        "{0} 中的证书无法使用（{1}）。", pem, String.valueOf(why.getMessage())),
                why);
    }

    private static SettingException none(Path pem, @Nullable Throwable cause) {
        return new SettingException(
                Text.of(
                        "the file {0} that the setting ca names holds no certificates in PEM form"
                                + " (-----BEGIN CERTIFICATE-----).",
                        "设置 ca 指定的文件 {0} 中没有 PEM 格式的证书（-----BEGIN CERTIFICATE-----）。", pem),
                cause);
    }

    private static List<X509Certificate> ofJdk() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        List<X509Certificate> known = new ArrayList<>();
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                known.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return known;
    }
}
