package dev.calmdesk.support;

import dev.calmdesk.suggestion.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// Made-up complaints as agents write them down: what happened, said in one of several ways and now and then in two,
/// among words that say nothing of the matter, with slips of the keys, and some that were classified wrongly.
public final class SomeComplaints {

    private static final Map<String, List<String>> SAID = Map.ofEntries(
            Map.entry("food-safety/off-taste", List.of(
                    "喝着有股酸味", "闻起来馊了", "倒出来成絮状", "味道跟以前不一样，发苦", "一股说不出的怪味", "像放了很久的油的味道",
                    "入口就酸得皱眉头", "tastes sour and curdled")),
            Map.entry("food-safety/foreign-object", List.of(
                    "里面吃出一根头发", "瓶底有个小黑点在动", "吃到一块硬塑料", "咬到小石子", "有条细线一样的东西", "饼干里嵌着一截铁丝",
                    "倒出一只飞虫", "found a piece of plastic inside")),
            Map.entry("food-safety/discomfort", List.of(
                    "吃完半夜一直跑厕所", "孩子喝了就吐", "下午开始肚子绞着疼", "嘴唇发麻起了小疙瘩", "拉了三回肚子", "头晕想吐躺了一天",
                    "was sick all night after drinking it")),
            Map.entry("quality/packaging", List.of(
                    "瓶盖怎么也拧不开", "泵头按下去不出来", "袋口没封牢", "收到就是鼓起来的一包", "吸管插不进去", "拉环一拉就断",
                    "the pump does not work")),
            Map.entry("quality/short-measure", List.of(
                    "一盒里只有十一包", "称了一下差了三十克", "瓶子只装了大半", "数了数少两颗", "标着一升倒出来不到九百", "one sachet short")),
            Map.entry("logistics/late", List.of(
                    "下单一个星期还在路上", "物流停在杭州不更新", "催了三遍还没出库", "说次日达等到今天", "过节前就买的现在都没影",
                    "parcel has not moved for days")),
            Map.entry("logistics/damaged", List.of(
                    "箱子一角压扁了", "打开一看洒了一半", "玻璃瓶碎成几片", "纸箱湿透了", "罐子凹进去一大块", "arrived crushed and leaking")),
            Map.entry("logistics/lost", List.of(
                    "显示本人签收可我没见到", "驿站翻遍了没有我的件", "快递员说放门口，门口什么也没有", "包裹不见了", "parcel never arrived but marked delivered")),
            Map.entry("price/coupon", List.of(
                    "结账时券勾不上", "二十块的红包没减掉", "领的券第二天就没了", "付完钱才发现没抵扣", "coupon was not applied")),
            Map.entry("service/promise-broken", List.of(
                    "上回讲好两点回电没有回", "答应补寄的一直没寄", "说三天给答复都第六天了", "每次都说会有人联系我", "nobody called back as promised")),
            Map.entry("after-sales/refund-slow", List.of(
                    "退的钱十天了还没见到", "卡里一直没进账", "退货早收到了款没下来", "说原路返回到现在没返", "refund has not arrived")),
            Map.entry("privacy/data-leak", List.of(
                    "有人打电话报得出我买了什么", "陌生号码知道我家地址", "接到冒充你们的骗子电话", "订单刚下就有人加我微信说退款", "a stranger knew my order")));

    private static final List<String> BEFORE = List.of(
            "客户来电，", "您好我要反映个事，", "周末在旗舰店买的，", "女士说", "老顾客了，", "昨天晚上八点多，", "给家里老人买的，", "第一次买你们家的，",
            "在超市买了两提，", "Customer called: ", "", "");
    private static final List<String> PRODUCTS = List.of(
            "燕麦奶", "苏打饼干", "冷萃乌龙茶", "洗衣凝珠", "沐浴露", "坚果礼盒", "酸奶", "护手霜", "oat milk", "");
    private static final List<String> AFTER = List.of(
            "，希望给个说法", "，要求尽快处理", "。她说以前从来没这样", "，照片已经发过来", "，发票还在", "，人比较着急", "，问是不是一批都这样",
            "，态度还算平和", ", wants an answer today", "", "", "");

    private static final double SLIPS = 0.03;

    private final Random random;
    private final double mistaken;

    /// @param mistaken share of complaints that were put into some other category
    public SomeComplaints(long seed, double mistaken) {
        this.random = new Random(seed);
        this.mistaken = mistaken;
    }

    public List<Example> list(int count) {
        return IntStream.range(0, count).mapToObj(number -> one()).toList();
    }

    private Example one() {
        var labels = SAID.keySet().stream().sorted().toList();
        var label = labels.get(Math.min(random.nextInt(labels.size()), random.nextInt(labels.size())));
        var text = any(BEFORE) + any(PRODUCTS) + any(SAID.get(label));
        if (random.nextInt(4) == 0) {
            text += "，" + any(SAID.get(label));
        }
        if (random.nextInt(6) == 0) {
            text += "，另外" + any(SAID.get(any(labels)));
        }
        var given = random.nextDouble() < mistaken ? any(labels) : label;
        return new Example(new UUID(random.nextLong(), random.nextLong()), given, slipped(text + any(AFTER)));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// Left out or typed twice.
    private String slipped(String text) {
        var slipped = new StringBuilder();
        for (var character : text.toCharArray()) {
            var slip = random.nextDouble();
            if (slip >= SLIPS / 2) {
                slipped.append(character);
            }
            if (slip > 1 - SLIPS / 2) {
                slipped.append(character);
            }
        }
        return slipped.toString();
    }

    /// The texts of some examples, said in another way of writing.
    public static List<Example> rewritten(List<Example> examples, java.util.function.UnaryOperator<String> way) {
        var rewritten = new ArrayList<Example>();
        examples.forEach(example ->
                rewritten.add(new Example(example.source(), example.label(), way.apply(example.text()))));
        return rewritten;
    }
}
