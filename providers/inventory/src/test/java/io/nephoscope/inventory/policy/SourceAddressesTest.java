package io.nephoscope.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.network.Cidr;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAddressesTest {
    private static final SourceAddresses SOMETIMES = new SourceAddresses(Set.of("a:ip"), false, Cidr::parse);
    private static final SourceAddresses ALWAYS = new SourceAddresses(Set.of("a:ip"), true, Cidr::parse);

    private static List<Condition> conditions(String text) throws Exception {
        return Condition.allOf((Doc) DocJson.parse(text.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'IpAddress':{'a:ip':'203.0.113.0/24'}}|true|true",
                "{'IpAddress':{'A:IP':['10.0.0.0/8','fd00::/8']}}|true|true",
                "{'IpAddress':{'a:ip':'0.0.0.0/0'}}|false|false",
                "{'IpAddress':{'a:ip':'9.9.9.9/0'}}|false|false",
                "{'IpAddress':{'a:ip':['0.0.0.0/1','128.0.0.0/1']}}|false|false",
                "{'IpAddress':{'a:ip':['203.0.113.0/24','::/0']}}|false|false",
                "{'IpAddress':{'a:ip':'2000::/3'}}|false|false",
                "{'IpAddress':{'a:ip':'0.0.0.0/0'},'NotIpAddress':{'a:ip':['0.0.0.0/1','128.0.0.0/1']}}|true|true",
                "{'IpAddress':{'a:ip':'0.0.0.0/0'},'NotIpAddress':{'a:ip':'203.0.113.0/24'}}|false|false",
                "{'IpAddressIfExists':{'a:ip':'203.0.113.0/24'}}|false|true",
                "{'ForAllValues:IpAddress':{'a:ip':'203.0.113.0/24'}}|false|true",
                "{'NotIpAddress':{'a:ip':['0.0.0.0/0','::/0']}}|false|true",
                "{'NotIpAddress':{'a:ip':'0.0.0.0/0'}}|false|false",
                "{'IpAddress':{'another:ip':'203.0.113.0/24'}}|false|false",
                "{'StringEquals':{'a:ip':'203.0.113.7'}}|false|false",
                "{}|false|false",
            })
    void conditionsPinWhoeverCallsToLessThanTheInternet(String text, boolean sometimes, boolean always)
            throws Exception {
        assertThat(SOMETIMES.pin(conditions(text)).isTrue()).isEqualTo(sometimes);
        assertThat(ALWAYS.pin(conditions(text)).isTrue()).isEqualTo(always);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|true|true",
                "{'NotIpAddress':{'a:ip':'203.0.113.0/24'}}|true|true",
                "{'NotIpAddress':{'a:ip':'0.0.0.0/2'}}|false|false",
                "{'IpAddress':{'a:ip':['0.0.0.0/0','::/0']}}|false|true",
                "{'IpAddressIfExists':{'a:ip':['0.0.0.0/1','128.0.0.0/1','::/0']}}|true|true",
                "{'IpAddressIfExists':{'a:ip':'0.0.0.0/0'}}|false|false",
            })
    void aDenialLeavesThoseWhomItsConditionsSpare(String text, boolean sometimes, boolean always) throws Exception {
        assertThat(SOMETIMES.spareLessThanInternet(conditions(text)).isTrue()).isEqualTo(sometimes);
        assertThat(ALWAYS.spareLessThanInternet(conditions(text)).isTrue()).isEqualTo(always);
    }

    @ParameterizedTest
    @CsvSource({"anywhere", "10.0.0.0/33", "''", "10.0.0"})
    void whatIsNoBlockOfAddressesLeavesItOpen(String value) throws Exception {
        List<Condition> conditions = conditions("{'IpAddress':{'a:ip':'" + value + "'}}");
        assertThat(ALWAYS.pin(conditions).isUnknown()).isTrue();
        assertThat(ALWAYS.spareLessThanInternet(conditions).isUnknown()).isTrue();
    }
}
