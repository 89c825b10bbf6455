"""What names a minor, what is sexual, and what only looks so, in the languages that the bot's people write.

Each is a line of words, separated by commas. Words without spaces (Japanese, Chinese) are found inside a text too.
"""

from collections.abc import Mapping

MINORS: Mapping[str, str] = {
    "en": """child, children, childs, kid, kids, toddler, toddlers, baby, babies, infant, infants, newborn,
        newborns, preteen, preteens, pre teen, pre teens, tween, tweens, teen, teens, teenage, teenaged, teenager,
        teenagers, underage, underaged, under age, prepubescent, pubescent, juvenile, schoolgirl, schoolgirls,
        school girl, school girls, schoolboy, schoolboys, school boy, school boys, little girl, little girls,
        little boy, little boys, young girl, young girls, young boy, young boys, small girl, small boy, tiny girl,
        tiny boy, kindergarten, kindergartner, kindergartener, preschool, preschooler, preschoolers,
        elementary school, primary school, middle school, middle schooler, high school, high schooler, highschool,
        grade schooler, minor girl, minor boy, minors, girl child, boy child, loli, lolis, shota, shotas,
        childlike body, child body, barely legal""",
    "de": """kinder, kindern, kindes, kindlich, kindliche, kindlicher, kindliches, kleinkind, kleinkinder,
        schulkind, schulkinder, baby, babys, säugling, säuglinge, mädchen, kleiner junge, kleinen jungen,
        ein junge, einen jungen, schuljunge, schuljungen, schulmädchen, minderjährig, minderjährige,
        minderjähriger, minderjähriges, minderjährigen, teenager, teenagerin, jugendliche, jugendlicher,
        jugendlichen, schülerin, schülerinnen, schüler, grundschule, grundschüler, grundschülerin, kindergarten,
        kindergartenkind, knabe, knaben""",
    "es": """niño, niños, niñas, niñita, niñitas, niñito, chiquilla, chiquillo, bebé, bebés, adolescente,
        adolescentes, menor de edad, menores de edad, colegiala, colegialas, colegial, escolar, preadolescente,
        quinceañera, infante, párvulo, párvula""",
    "fr": """enfant, enfants, fillette, fillettes, jeune fille, jeunes filles, petite fille, petites filles,
        petit garçon, petits garçons, bébé, bébés, adolescent, adolescente, adolescents, adolescentes, ado, ados,
        mineure, mineures, écolier, écolière, écoliers, écolières, lycéenne, lycéennes, lycéen, lycéens,
        collégienne, collégiennes, collégien, gamin, gamine, gamins, gamines""",
    "pt": """criança, crianças, menino, menina, meninos, meninas, menininha, menininho, garotinha, garotinho,
        bebê, bebês, adolescente, adolescentes, menor de idade, menores de idade, estudante do ensino médio,
        colegial, infantil""",
    "ja": """子供, 子ども, こども, 幼児, 幼女, 幼い, 少女, 少年, 児童, 園児, 小学生, 中学生, 高校生, 女子高生,
        男子高生, 女子中学生, 女子小学生, 赤ちゃん, 赤ん坊, 乳児, 未成年, ロリ, ショタ, ジュニアアイドル""",
    "zh": """儿童, 兒童, 孩子, 小孩, 婴儿, 嬰兒, 幼女, 幼童, 少女, 小学生, 小學生, 中学生, 中學生, 初中生, 高中生,
        未成年, 萝莉, 蘿莉, 正太, 学生妹, 學生妹, 小女孩, 小男孩""",
}

SEXUAL: Mapping[str, str] = {
    "en": """nude, nudes, nudity, nudist, naked, nakedness, sex, sexy, sexual, sexually, sexualized, sexualised,
        erotic, erotica, eroticism, porn, porno, pornographic, pornography, hentai, ecchi, nsfw, xxx, topless,
        bottomless, undressed, undressing, unclothed, lingerie, seductive, seductively, sensual, provocative pose,
        fetish, bdsm, bondage, orgasm, orgasmic, orgy, masturbating, masturbation, genitals, genitalia, penis,
        vagina, vulva, nipples, pussy, boobs, tits, cum, blowjob, handjob, intercourse, striptease, upskirt,
        cleavage, panties, thong, large breasts, big breasts, huge breasts, no clothes, no clothing,
        without clothes, without clothing, wearing nothing, see through clothes, see through clothing, ahegao,
        r18, lewd, horny, rape, raped, molested, molesting, incest""",
    "de": """nackt, nackte, nackten, nackter, nacktes, nacktem, nacktheit, splitternackt, unbekleidet,
        unbekleidete, unbekleidetes, unbekleideter, entblößt, entblößte, erotik, erotisch, erotische, erotisches,
        erotischer, sexuell, sexuelle, sexuelles, porno, pornografie, pornografisch, pornographie, dessous,
        reizwäsche, oben ohne, verführerisch, verführerische, verführerisches, ohne kleidung, ohne kleider,
        aufreizend, aufreizende, ficken, fickt, brüste, titten""",
    "es": """desnudo, desnuda, desnudos, desnudas, desnudez, erótico, erótica, sexo, sexual, porno, pornografía,
        pornográfico, lencería, sin ropa, en cueros, en pelotas, provocativa, tetas, follando, follar""",
    "fr": """nudité, dénudé, dénudée, érotique, érotiques, sexe, sexuel, sexuelle, sexuels, sexuelles, porno,
        pornographie, pornographique, seins nus, sans vêtements, sans habits, dévêtu, dévêtue, déshabillé,
        déshabillée, aguicheuse""",
    "pt": """nudez, erótico, erótica, sexo, sexual, pornô, pornografia, pornográfico, sem roupa, sem roupas,
        despido, despida, sensual, provocante, calcinha""",
    "ja": """裸, 全裸, 半裸, ヌード, エロ, エロい, エロチック, エロティック, セックス, 性的, 性行為, ポルノ,
        下着姿, 服を着ていない, 服なし, 18禁, おっぱい, 巨乳, 乳首, パンチラ, セクシー, 官能的, 淫ら, アヘ顔,
        オナニー, レイプ""",
    "zh": """裸, 裸体, 裸體, 全裸, 半裸, 赤裸, 裸露, 色情, 性感, 性爱, 性愛, 做爱, 做愛, 情色, 淫, 没穿衣服,
        沒穿衣服, 不穿衣服, 无衣, 成人内容, 露点, 巨乳, 乳头, 强奸, 強姦""",
}

ALONE = """child porn, child pornography, child sex, childporn, kiddie porn, kiddy porn, csam, pedo porn,
    pedoporn, pedophilia, paedophilia, pedophile, paedophile, toddlercon, lolicon, shotacon, jailbait,
    kinderporno, kinderpornos, kinderpornografie, kinderpornographie, kindersex, pornografía infantil,
    porno infantil, pornographie enfantine, pédopornographie, pornografia infantil, 児童ポルノ, ロリコン,
    ショタコン, 儿童色情, 兒童色情, 恋童"""
"""What needs nothing beside it."""

AMBIGUOUS_MINORS: Mapping[str, str] = {
    "de": "kind",
    "es": "niña",
    "fr": "mineur",
}
"""Those that are another word in another language: they count in a text that has other words of this one."""

AMBIGUOUS_SEXUAL: Mapping[str, str] = {
    "fr": "nu, nue, nus, nues",
    "pt": "nu, nua, nus, nuas, pelado, pelada",
}

MARKERS: Mapping[str, str] = {
    "de": """ein, eine, einem, einen, eines, das, der, dem, und, auf, vom, zum, kleines, kleine, kleinen, nackt,
        nackte, nackten, nacktes, nackter""",
    "es": "un, una, el, la, las, los, de, del, y, con, en, sobre, desnuda, desnudo, pequeña, pequeño, sin",
    "fr": """un, une, le, la, les, de, des, du, et, avec, sur, dans, petite, petit, jeune, sans, toute, tout, ans""",
    "pt": "um, uma, de, da, com, em, anos, sobre, menina, menino, criança, pequena, pequeno, sem",
}
"""Small words that a language is known by."""

INNOCENT = """naked mole rat, naked mole rats, naked eye, naked oat, naked flame, nude lipstick, nude lips,
    nude heels, nude shoes, nude color, nude colour, nude tones, nude palette, nude pumps, nude colored,
    nude coloured, nude makeup, nude nails, sex education, same sex, sex of the baby, sex reveal, baby blue,
    baby pink, baby grand, baby breath, baby s breath, baby corn, baby carrots, baby spinach, baby yoda,
    baby shower, kid leather, kid gloves, billy the kid, kid goat, kid rock, karate kid, child s pose,
    inner child, teen titans, teen wolf, wild child, destiny s child, lolita fashion, gothic lolita, sweet lolita,
    pussy willow, pussy willows, pussy cat, cum laude, thong sandals, coal tits, blue tits, great tits,
    young at heart, nacktschnecke, nackte wand, nackte wände, nackter fels, nackten fels, el niño southern,
    la niña southern, niño jesús, nu metal, nu jazz, 裸足, 裸眼, 裸電球, 裸子植物, 裸麦, 裸馬, 裸一貫, 丸裸の木,
    裸の木, 裸木, 裸露的岩石, 裸岩, 裸麥, 淫雨, 性感染症, 少女時代, 少年ジャンプ"""
"""What is taken out before anything is looked for."""
