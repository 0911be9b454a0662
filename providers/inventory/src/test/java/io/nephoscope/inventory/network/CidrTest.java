package io.nephoscope.inventory.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 0, ffffffff",
        "10.0.0.0/8, a000000, affffff",
        "10.1.2.3/8, a000000, affffff",
        "203.0.113.7, cb007107, cb007107",
        "203.0.113.7/32, cb007107, cb007107",
        "::/0, 0, ffffffffffffffffffffffffffffffff",
        "2000::/3, 20000000000000000000000000000000, 3fffffffffffffffffffffffffffffff",
        "2001:DB8::1/128, 20010db8000000000000000000000001, 20010db8000000000000000000000001",
        "::ffff:192.0.2.1, ffffc0000201, ffffc0000201",
        "1:2:3:4:5:6:7::, 10002000300040005000600070000, 10002000300040005000600070000",
        "::2:3:4:5:6:7:8, 2000300040005000600070008, 2000300040005000600070008",
    })
    void aBlockHoldsTheAddressesFromItsFirstToItsLast(String text, String first, String last) {
        assertThat(Cidr.parse(text).ranges())
                .isEqualTo(AddressRanges.of(new BigInteger(first, 16), new BigInteger(last, 16)));
    }

    @Test
    void anAddressReadsAsTheJdkReadsIt() throws UnknownHostException {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[i % 2 == 0 ? 4 : 16];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                bytes[bytes.length / 2] = 0;
            }
            BigInteger value = new BigInteger(1, bytes);
            String text = InetAddress.getByAddress(bytes).getHostAddress();
            assertThat(Cidr.parse(text).ranges()).as(text).isEqualTo(AddressRanges.of(value, value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/0",
                "localhost",
                "10.0.0/8",
                "10.0.0.0.0/8",
                "10.0.0.256/32",
                "10.0.0.-1/32",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/99999999999",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "::1.2.3",
                "1.2.3.4::",
                "::/129",
                "fe80::1%eth0",
                "٣.0.0.0/8",
            })
    void whatIsNoBlockIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text)).withMessageContaining(text);
    }
}
