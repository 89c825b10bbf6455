/** The emoji that the picker offers, by group, each with the words that find it; the first word is its short name. */

const GROUPS = {
  Smileys: `😀 grinning|😃 smiley happy|😄 smile happy|😁 grin|😆 laughing|😅 sweat_smile|🤣 rofl|😂 joy laugh|🙂 slight_smile|🙃 upside_down|😉 wink|😊 blush|😇 innocent angel|🥰 smiling_hearts love|😍 heart_eyes love|🤩 star_struck|😘 kiss|😋 yum|😛 tongue|😜 winking_tongue|🤪 zany|🤗 hugging|🤭 giggle|🤫 shush quiet|🤔 thinking|🤐 zipper|🤨 raised_eyebrow|😐 neutral|😑 expressionless|😶 no_mouth|😏 smirk|😒 unamused|🙄 rolling_eyes|😬 grimacing|😌 relieved|😔 pensive sad|😪 sleepy|😴 sleeping|😷 mask|🤒 sick|🤯 exploding_head mind|🤠 cowboy|🥳 partying party|😎 sunglasses cool|🤓 nerd|🧐 monocle|😕 confused|😟 worried|🙁 frowning|😮 open_mouth wow|😲 astonished|🥺 pleading|😢 cry sad|😭 sob|😱 scream|😤 triumph|😡 rage angry|🤬 cursing|💀 skull dead|💩 poop|🤡 clown|👻 ghost|👽 alien|🤖 robot bot`,
  People: `👍 thumbsup yes like +1|👎 thumbsdown no -1|👌 ok_hand|✌️ victory peace|🤞 crossed_fingers luck|🤘 metal|👈 point_left|👉 point_right|👆 point_up|👇 point_down|✋ raised_hand|👋 wave hello|👏 clap|🙌 raised_hands|🙏 pray thanks|🤝 handshake|💪 muscle strong|✍️ writing|👀 eyes look|🧠 brain|👤 bust|👥 busts|🧙 mage|🧑‍🎨 artist|🧑‍💻 technologist|🕺 dancer|🤷 shrug|🤦 facepalm`,
  Nature: `🐱 cat|🐶 dog|🐭 mouse|🐹 hamster|🐰 rabbit|🦊 fox|🐻 bear|🐼 panda|🐨 koala|🐯 tiger|🦁 lion|🐮 cow|🐷 pig|🐸 frog|🐵 monkey|🐔 chicken|🐧 penguin|🐦 bird|🦉 owl|🦄 unicorn|🐝 bee|🦋 butterfly|🐢 turtle|🐍 snake|🐙 octopus|🐠 fish|🐬 dolphin|🐳 whale|🌵 cactus|🌲 evergreen tree|🌴 palm|🌱 seedling|🍀 clover luck|🌸 blossom|🌹 rose|🌻 sunflower|🌙 moon|⭐ star|🌟 star2 glow|✨ sparkles|⚡ zap lightning|🔥 fire|🌈 rainbow|☀️ sun|☁️ cloud|❄️ snowflake|🌊 wave_water ocean|🌍 earth`,
  Food: `🍎 apple|🍊 tangerine|🍋 lemon|🍌 banana|🍉 watermelon|🍇 grapes|🍓 strawberry|🍒 cherries|🍑 peach|🍍 pineapple|🥑 avocado|🍅 tomato|🥕 carrot|🌽 corn|🍞 bread|🧀 cheese|🍕 pizza|🍔 burger|🍟 fries|🌮 taco|🍣 sushi|🍜 ramen|🍪 cookie|🎂 birthday cake|🍰 cake|🍫 chocolate|🍿 popcorn|☕ coffee|🍵 tea|🍺 beer|🍷 wine`,
  Things: `🎉 tada party|🎊 confetti|🎁 gift|🏆 trophy|🥇 first_place|🎨 art palette paint|🖌️ paintbrush|🖼️ frame picture|📷 camera|🎬 clapper|🎞️ film|🎵 note music|🎮 game|🎲 dice random|🧩 puzzle|🚀 rocket|🚗 car|🚲 bike|✈️ airplane|🏠 house|🏰 castle|⏰ alarm|⏳ hourglass|💡 bulb idea|🔦 flashlight|💻 laptop|🖥️ desktop|📱 phone|🔧 wrench|🔨 hammer|⚙️ gear settings|🧪 test_tube|🔬 microscope|🔭 telescope|📌 pin|📎 paperclip|✏️ pencil|📝 memo|📚 books|🔍 mag search zoom|🔒 lock|🔑 key|✉️ envelope mail dm|📦 package|💰 money|💎 gem`,
  Signs: `❤️ heart love|🧡 orange_heart|💛 yellow_heart|💚 green_heart|💙 blue_heart|💜 purple_heart|🖤 black_heart|🤍 white_heart|💔 broken_heart|💯 hundred|✅ check yes|☑️ ballot|❌ x no cancel|❗ exclamation|❓ question|⚠️ warning|🚫 no_entry|⛔ stop|🔄 reroll arrows again|🔁 repeat|🔀 shuffle|⬅️ left|➡️ right|⬆️ up|⬇️ down|↩️ return|↔️ left_right|🆗 ok|🆕 new|🔴 red_circle|🟠 orange_circle|🟡 yellow_circle|🟢 green_circle|🔵 blue_circle|🟣 purple_circle|⚫ black_circle|⚪ white_circle|1️⃣ one|2️⃣ two|3️⃣ three|4️⃣ four|ℹ️ info|🪄 magic_wand|🏳️ flag|🏁 checkered_flag`,
};

/** @type {{group: string, emoji: {char: string, name: string, words: string}[]}[]} */
export const EMOJI = Object.entries(GROUPS).map(([group, text]) => ({
  group,
  emoji: text.split("|").map((entry) => {
    const [char, ...words] = entry.split(" ");
    return { char, name: words[0], words: words.join(" ") };
  }),
}));

const byName = new Map(EMOJI.flatMap((each) => each.emoji).map((each) => [each.name, each.char]));

/** Puts characters for the `:names:` of known emoji. @param {string} text */
export const withEmoji = (text) => text.replace(/(?<![<\w]):([a-z0-9_+-]{1,32}):(?!\d)/g, (whole, name) => byName.get(name) ?? whole);
