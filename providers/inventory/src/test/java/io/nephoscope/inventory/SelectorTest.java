package io.nephoscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.inventory.Selector.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            address:10.0.0.0/8     | ADDRESS | 10.0.0.0/8
            address: 2001:db8::1   | ADDRESS | 2001:db8::1
            domain:*.Example.com.  | DOMAIN  | *.example.com
            domain:商城.example     | DOMAIN  | 商城.example
            tag:Env=prod           | TAG     | Env=prod
            tag:note=a=b           | TAG     | note=a=b
            id:vm-7                | ID      | vm-7
            id:arn:aws:s3:::box    | ID      | arn:aws:s3:::box
            class:compute.vm       | CLASS   | compute.vm
            """)
    void aSelectorSaysByWhatItSelects(String text, Sort sort, String what) {
        assertThat(Selector.parse(text)).isEqualTo(new Selector(sort, what));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            网段:10.0.0.0/8      | address:10.0.0.0/8
            地址：10.0.0.1       | address:10.0.0.1
            域名:*.hills.example | domain:*.hills.example
            标签:Env=prod        | tag:Env=prod
            编号:vm-7            | id:vm-7
            类别:compute.vm      | class:compute.vm
            """)
    void itMayBeginWithAChineseWordAndAColonOfTheirs(String text, String plain) {
        assertThat(Selector.parse(text)).hasToString(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.0/8        | "10.0.0.0/8" is no selector; one begins with address:, domain:, tag:, id:, class:
            host:vm-7         | "host:vm-7" is no selector; one begins with address:, domain:, tag:, id:, class:
            address:10.0.0.1/ | "10.0.0.1/" is no address, as 10.0.0.1, and no block of them, as 10.0.0.0/8
            domain:shop_.-x   | "shop_.-x" is no domain name, as shop.example.com or *.example.com
            tag:prod          | "tag:prod" is no tag with its value, as tag:Env=prod
            class:compute.wm  | there is no class "compute.wm" (did you mean compute.vm?)
            """)
    void whatIsOutsideTheGrammarIsRefusedInOneClause(String text, String why) {
        assertThatThrownBy(() -> Selector.parse(text))
                .isInstanceOf(Unreadable.class)
                .hasMessage(why);
    }

    @Test
    void aSelectorThatNamesNothingIsRefused() {
        assertThatThrownBy(() -> Selector.parse("id: "))
                .hasMessage("\"id: \" selects nothing; write what comes after the colon");
    }
}
