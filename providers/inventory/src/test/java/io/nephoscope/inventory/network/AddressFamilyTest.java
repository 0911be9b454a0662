package io.nephoscope.inventory.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFamilyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "0.0.0.0/1",
                "128.0.0.0/1",
                "8.0.0.0/7",
                "10.0.0.0/7",
                "0.0.0.0/1 128.0.0.0/1",
                "16.0.0.0/8 17.0.0.0/8",
                "0.0.0.0/2 64.0.0.0/2 128.0.0.0/2 192.0.0.0/2",
                "::/0",
                "2000::/3",
                "2600::/12",
                "2a00::/15",
                "::/1",
                "2a00::/16 2a01::/16",
                "::/2 4000::/2",
            })
    void whatIsWiderThanAnybodyOwnsIsTheInternet(String blocks) {
        assertThat(isInternet(blocks.split(" "))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "9.0.0.0/8",
                "203.0.113.7/32",
                "9.0.0.0/8 10.0.0.0/8",
                "17.0.0.0/8 18.0.0.0/8",
                "224.0.0.0/3",
                "240.0.0.0/4",
                "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16",
                "fc00::/7",
                "fe80::/10",
                "ff00::/8",
                "::/3",
                "2600::/16",
                "2001:db8::/32",
                "64:ff9b::/96",
            })
    void whatSomebodyMayOwnOrNobodyRoutesIsNot(String blocks) {
        assertThat(isInternet(blocks.split(" "))).isFalse();
    }

    @Test
    void nothingIsNotTheInternet() {
        assertThat(AddressFamily.IPV4.isInternet(AddressRanges.NONE)).isFalse();
    }

    @Test
    void manySmallPiecesThatTogetherReachMostAddressesAreTheInternet() {
        String[] mostOfEach = IntStream.range(0, 256)
                .boxed()
                .flatMap(octet ->
                        IntStream.rangeClosed(1, 7).mapToObj(i -> octet + "." + (256 >> i) % 256 + ".0.0/" + (8 + i)))
                .toArray(String[]::new);
        assertThat(isInternet(mostOfEach)).isTrue();
    }

    @Test
    void everySecondSixteenthOfTheInternetIsNot() {
        String[] some =
                IntStream.range(0, 256).mapToObj(octet -> octet + ".16.0.0/12").toArray(String[]::new);
        assertThat(isInternet(some)).isFalse();
    }

    private static boolean isInternet(String... blocks) {
        AddressFamily family = Cidr.parse(blocks[0]).family();
        return family.isInternet(AddressRanges.anyOf(
                Arrays.stream(blocks).map(block -> Cidr.parse(block).ranges()).toList()));
    }
}
