package dev.calmdesk.hub;

import dev.calmdesk.base.Problem;
import dev.calmdesk.sync.wire.Pin;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/// The key with which a hub proves who it is, and its certificates.
public final class HubKey {

    /// Desks pin the key, so nothing is gained by an earlier end.
    private static final int YEARS = 20;

    private final PrivateKey key;
    private final X509Certificate[] certificates;

    private HubKey(PrivateKey key, X509Certificate[] certificates) {
        this.key = key;
        this.certificates = certificates;
    }

    /// Reads what an administrator gives.
    ///
    /// @param key PEM, not encrypted
    /// @param certificates PEM, the hub's own first
    /// @throws Problem.Refused if that is not what the files hold
    public static HubKey read(Path key, Path certificates) {
        try {
            var chain = new ArrayList<X509Certificate>();
            try (var pem = new PEMParser(Files.newBufferedReader(certificates))) {
                for (var part = pem.readObject(); part != null; part = pem.readObject()) {
                    if (part instanceof X509CertificateHolder holder) {
                        chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                    }
                }
            }
            var found = readKey(key);
            if (found == null || chain.isEmpty()) {
                throw Problem.refused("hub.problem.no_key", key, certificates);
            }
            return new HubKey(found, chain.toArray(X509Certificate[]::new));
        } catch (IOException | GeneralSecurityException e) {
            throw Problem.unavailable("hub.problem.no_key", e, key, certificates);
        }
    }

    private static @Nullable PrivateKey readKey(Path file) throws IOException {
        try (var pem = new PEMParser(new StringReader(Files.readString(file)))) {
            for (var part = pem.readObject(); part != null; part = pem.readObject()) {
                if (part instanceof PrivateKeyInfo info) {
                    return new JcaPEMKeyConverter().getPrivateKey(info);
                } else if (part instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
            return null;
        } catch (PEMException e) {
            return null;
        }
    }

    /// The key of a folder; made at the first call and kept.
    public static HubKey keptIn(Path folder, InstantSource clock) {
        var key = folder.resolve("hub-key.pem");
        var certificate = folder.resolve("hub-certificate.pem");
        if (!Files.exists(certificate)) {
            make(key, certificate, clock);
        }
        return read(key, certificate);
    }

    private static void make(Path keyFile, Path certificateFile, InstantSource clock) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var name = new X500Name("CN=Calmdesk hub");
            var now = clock.instant();
            var certificate = new JcaX509v3CertificateBuilder(
                            name, new BigInteger(127, new SecureRandom()),
                            Date.from(now.minus(1, ChronoUnit.DAYS)), Date.from(now.plus(365 * YEARS, ChronoUnit.DAYS)),
                            name, pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            Files.createDirectories(keyFile.getParent());
            Files.deleteIfExists(keyFile);
            createForOwnerOnly(keyFile);
            Files.writeString(keyFile, pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
            Files.writeString(certificateFile, pem(certificate));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw Problem.unavailable("hub.problem.no_key", e, keyFile, certificateFile);
        }
    }

    private static void createForOwnerOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static String pem(Object part) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(part);
        }
        return text.toString();
    }

    /// By which desks know this hub again.
    public String pin() {
        return Pin.of(certificates[0].getPublicKey());
    }

    /// TLS 1.3 with this key and nothing older.
    SslContextFactory.Server tls() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("hub", key, new char[0], certificates);
            var tls = new SslContextFactory.Server();
            tls.setKeyStore(store);
            tls.setKeyStorePassword("");
            tls.setIncludeProtocols("TLSv1.3");
            tls.setSniRequired(false);
            return tls;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
