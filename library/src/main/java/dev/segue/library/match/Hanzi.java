package dev.segue.library.match;

import java.util.HashMap;
import java.util.Map;

/// The traditional forms of Chinese characters that are frequent in titles and names, as their simplified forms: stores
/// show the same song in either. Complete it is not; what is not here can only keep two tracks apart.
final class Hanzi {

    private static final Map<Character, Character> SIMPLE = forms("""
            愛爱 夢梦 時时 間间 風风 雲云 電电 東东 車车 長长 門门 開开 關关 問问 聞闻 們们 個个 這这 裡里 裏里 後后 來来 過过 還还 進进 遠远 達达
            運运 連连 邊边 遲迟 選选 說说 説说 話话 語语 誰谁 請请 讓让 記记 許许 詞词 詩诗 調调 論论 識识 認认 變变 戀恋 戲戏 歡欢 歲岁 歷历 歸归
            聲声 聽听 聖圣 與与 興兴 舊旧 華华 葉叶 萬万 藍蓝 藝艺 蘇苏 蘭兰 處处 號号 見见 親亲 覺觉 觀观 視视 貓猫 貝贝 負负 買买 賣卖 贈赠 軍军
            輕轻 輪轮 轉转 農农 醫医 釋释 鐘钟 鍾钟 鏡镜 鐵铁 錢钱 錯错 銀银 鋼钢 錄录 録录 雙双 難难 離离 雖虽 靈灵 靜静 韓韩 響响 頁页 順顺 須须
            頭头 題题 顏颜 顔颜 願愿 類类 飛飞 飄飘 飯饭 館馆 馬马 驚惊 體体 髮发 發发 魚鱼 鳥鸟 鳳凤 鳴鸣 鴻鸿 黃黄 點点 齊齐 齡龄 龍龙 龜龟 畫画
            會会 書书 樂乐 樓楼 樹树 橋桥 機机 櫻樱 權权 殘残 氣气 決决 沒没 淚泪 淒凄 淺浅 湯汤 溫温 滿满 漢汉 漸渐 濃浓 灣湾 灑洒 為为 爲为 無无
            煙烟 熱热 燈灯 燒烧 爭争 爺爷 牆墙 狀状 獨独 獵猎 現现 環环 當当 療疗 癡痴 盡尽 監监 眾众 碼码 禮礼 種种 稱称 穩稳 窩窝 筆笔 節节 簡简
            約约 紅红 紙纸 級级 純纯 細细 終终 組组 結结 絕绝 絲丝 經经 綠绿 維维 網网 線线 緣缘 練练 總总 織织 繞绕 繼继 續续 羅罗 義义 習习 職职
            腦脑 腳脚 臉脸 臺台 艷艳 蓮莲 蝶蝶 衛卫 補补 裝装 複复 復复 從从 徵征 憂忧 憶忆 懷怀 應应 戰战 戶户 拋抛 掛挂 採采 換换 揮挥 損损 搖摇
            擁拥 擇择 擊击 據据 擺摆 攝摄 敗败 數数 斷断 於于 晝昼 暫暂 曉晓 曬晒 條条 極极 榮荣 國国 園园 圓圆 圖图 團团 場场 塊块 塵尘 壓压 壞坏
            壽寿 夾夹 奪夺 奮奋 婦妇 媽妈 嬌娇 孫孙 學学 寧宁 實实 寫写 寬宽 寶宝 將将 專专 尋寻 對对 導导 島岛 嶺岭 師师 帶带 幫帮 幾几 庫库 廣广
            廳厅 張张 強强 彈弹 彎弯 徑径 恆恒 悶闷 惡恶 惱恼 態态 慶庆 憐怜 憑凭 亂乱 亞亚 俠侠 倆俩 偉伟 側侧 偽伪 傑杰 傘伞 備备 傳传 傷伤 傾倾
            價价 儀仪 億亿 優优 兒儿 兩两 冊册 凍冻 別别 則则 創创 劃划 劇剧 劉刘 劍剑 動动 務务 勝胜 勞劳 勢势 勵励 勸劝 區区 協协 卻却 厭厌 參参
            吳吴 員员 唄呗 啟启 啞哑 喚唤 喪丧 單单 嗎吗 嘆叹 噓嘘 嚴严 臨临 舉举 適适 遺遗 鄉乡 鄧邓 鄭郑 陳陈 陽阳 陰阴 隊队 際际 隨随 險险 隱隐
            雜杂 雞鸡 霧雾 預预 領领 頓顿 頻频 顧顾 顯显 養养 餘余 騎骑 騙骗 驗验 鬥斗 鬧闹 麗丽 麼么 齒齿 楊杨 張张 蔣蒋 鄒邹 許许 謝谢 蕭萧 趙赵
            孫孙 馮冯 盧卢 葉叶 鐵铁 動动 聯联 劃划 遊游 週周 殺杀 毀毁 滅灭 潔洁 澤泽 濤涛 災灾 狂狂 獄狱 瘋疯 祕秘 禍祸 競竞 糾纠 紀纪 繪绘 罰罚
            """);

    private static final char FIRST = '丟';
    private static final char LAST = '龜';

    private Hanzi() {}

    /// The simplified form of `letter`, or `letter`.
    static int simplified(int letter) {
        if (letter < FIRST || letter > LAST) {
            return letter;
        }
        Character simple = SIMPLE.get((char) letter);
        return simple == null ? letter : simple;
    }

    private static Map<Character, Character> forms(String table) {
        var forms = new HashMap<Character, Character>();
        for (String pair : table.strip().split("\\s+", -1)) {
            forms.put(pair.charAt(0), pair.charAt(1));
        }
        return Map.copyOf(forms);
    }
}
