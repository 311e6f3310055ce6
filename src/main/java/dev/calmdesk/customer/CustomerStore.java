package dev.calmdesk.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/// What is asked about customers. Prefixes are asked as ranges [from, to), so that an index serves them.
@RegisterConstructorMapper(Customer.class)
@RegisterConstructorMapper(CustomerNumber.class)
@RegisterConstructorMapper(Purchase.class)
interface CustomerStore {

    /// Streams; the caller closes it.
    @SqlQuery("select * from customer")
    Stream<Customer> all();

    @SqlQuery("select count(*) from customer")
    int count();

    @SqlQuery("select * from customer_number where customer_id = :id order by id")
    List<CustomerNumber> numbers(UUID id);

    @SqlQuery("select * from customer_number where customer_id in (<ids>) order by id")
    List<CustomerNumber> numbersOf(@BindList("ids") Collection<UUID> ids);

    @SqlQuery("select * from purchase where customer_id = :id order by bought_on desc, id desc")
    List<Purchase> purchases(UUID id);

    @SqlQuery("""
            select customer_id, max(bought_on) as newest from purchase
            where customer_id in (<ids>) group by customer_id""")
    @KeyColumn("customer_id")
    @ValueColumn("newest")
    Map<UUID, String> newestPurchases(@BindList("ids") Collection<UUID> ids);

    @SqlQuery("select * from customer where id in (<ids>)")
    List<Customer> customers(@BindList("ids") Collection<UUID> ids);

    @SqlQuery("select distinct customer_id from customer_number where normalised in (<forms>)")
    List<UUID> byNumber(@BindList("forms") Collection<String> forms);

    @SqlQuery("select distinct customer_id from purchase where order_key = :orderKey")
    List<UUID> byOrder(String orderKey);

    @SqlQuery("""
            select distinct customer_id from customer_number
            where tail = right(:digits, 4) and right(normalised, char_length(:digits)) = :digits
            limit :limit""")
    List<UUID> byNumberEnd(String digits, int limit);

    @SqlQuery("""
            select distinct customer_id from purchase
            where order_tail = right(:digits, 4) and right(order_key, char_length(:digits)) = :digits
            limit :limit""")
    List<UUID> byOrderEnd(String digits, int limit);

    @SqlQuery("select * from customer where name >= :from and name < :to order by created_at desc limit :limit")
    List<Customer> byName(String from, String to, int limit);

    @SqlQuery("""
            select * from customer where pinyin_letters >= :from and pinyin_letters < :to
            order by created_at desc limit :limit""")
    List<Customer> byLetters(String from, String to, int limit);

    @SqlQuery("""
            select * from customer where initials >= :from and initials < :to
            order by created_at desc limit :limit""")
    List<Customer> byInitials(String from, String to, int limit);

    /// Looks at every row.
    @SqlQuery("""
            select * from customer where locate(:name, name) > 0 or locate(:letters, pinyin_letters) > 0
            order by created_at desc limit :limit""")
    List<Customer> byPart(String name, String letters, int limit);
}
