package io.nephoscope.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhiteListTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "0.0.0.0",
                "10.0.0.0/16,0.0.0.0/0",
                "1.2.3.4/0",
                "0.0.0.0/1,128.0.0.0/1",
                "32.0.0.0/4 48.0.0.0/4\n64.0.0.0/4;80.0.0.0/4",
                "*",
                "10.0.0.1,::/0",
                "::",
                "0:0:0:0:0:0:0:0",
                "2000::/3",
                "0.0.0.0/0,office",
            })
    void entriesAddUpToTheInternet(String entries) {
        assertThat(WhiteList.admitsInternet(entries)).isEqualTo(true);
        assertThat(WhiteList.admitsInternet(DocList.of((Object[]) entries.split("[,;\\s]"))))
                .isEqualTo(true);
        assertThat(WhiteList.admitsInternet(DocList.of(Doc.of("name", "default", "ips", entries))))
                .isEqualTo(true);
    }

    @Test
    void halvesInTwoListsAddUp() {
        assertThat(WhiteList.admitsInternet(
                        DocList.of(Doc.of("name", "a", "ips", "0.0.0.0/1"), Doc.of("name", "b", "ips", "128.0.0.0/1"))))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16",
                "0.0.0.0/8",
                "192.168.*, 10.1.2.*",
                "203.0.113.0/24 , 2001:db8::/32",
            })
    void networksOfOnesOwnDoNot(String entries) {
        assertThat(WhiteList.admitsInternet(entries)).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "office", "10.0.0.0/16,%", "10.0.0.1-10.0.0.9", "1.2.3.4.*", "10.*.*"})
    void whatIsNoListOfAddressesIsUnknown(String entries) {
        assertThat(WhiteList.admitsInternet(entries)).isInstanceOf(Unknown.class);
    }

    @Test
    void aListThatNobodyReadIsUnknownForThatReason() {
        Unknown why =
                Unknown.because(new Cause("rds:describeWhiteList", Status.DENIED, "rds:describeWhiteList", Text.EMPTY));
        assertThat(WhiteList.admitsInternet(why)).isEqualTo(why);
        assertThat(WhiteList.admitsInternet(DocList.empty())).isInstanceOf(Unknown.class);
    }
}
