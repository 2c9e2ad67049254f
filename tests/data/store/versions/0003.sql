BEGIN TRANSACTION;
CREATE TABLE announcement (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    region TEXT NOT NULL,
    approach TEXT NOT NULL CHECK (approach IN ('production', 'expenditure')),
    period TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('announced', 'withdrawn')),
    announced_by TEXT NOT NULL CHECK (announced_by <> ''),
    announced_at TEXT NOT NULL,
    withdrawn_by TEXT CHECK ((withdrawn_by IS NOT NULL) = (state = 'withdrawn'))
);
INSERT INTO "announcement" VALUES(1,'2026-11-25T05:00:00.000000Z','1275','production','2026-Q3','announced','budi','2026-11-24T05:00:00.000000Z',NULL);
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    digest TEXT NOT NULL,
    details TEXT NOT NULL,
    previous TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL
);
INSERT INTO "audit" VALUES(1,'2026-11-24T05:00:00.000000Z','','migrated','schema_version 1','2c43227641b7544c0f94f74334a65aa05a53d4e61eef548d78bd831886799a66','{}','0000000000000000000000000000000000000000000000000000000000000000','415e6131046b12d1bc48028cca3089a9d682da5bd6cef2eaff89d3284ea75d98');
INSERT INTO "audit" VALUES(2,'2026-11-24T05:00:00.000000Z','','published','release 1','5d4263fdd4bea23eb6aa0ad42eff88c57a1ebc8942c4527091adbc8e4538c464','{"content_hash":"fbae5d107b8951a8895f148710d14303815c01fe3293752c77f08bdaf116cdb9"}','415e6131046b12d1bc48028cca3089a9d682da5bd6cef2eaff89d3284ea75d98','4fa7003e0c661b1b0d8c7076b1e536af7db789de4c74e4a7087545678d16fab8');
INSERT INTO "audit" VALUES(3,'2026-11-24T05:00:00.000000Z','','published','release 2','4bf0b1d59ba253c6776208e505319a1665094c7d425aee610b372ceeb92da6ca','{"content_hash":"d815f06d23e3213a00205e157524073a5ee7e07a292e5e7fe5812ab66bd73868"}','4fa7003e0c661b1b0d8c7076b1e536af7db789de4c74e4a7087545678d16fab8','88af2c387f0e98ecf932ccaf0a7c30fdf1e356f696725247649c0208afd2732c');
INSERT INTO "audit" VALUES(4,'2026-11-24T05:00:00.000000Z','','took_effect','edition 1','5493c5b6e8a7539cec858aee49befa0ad9caeaa9a87c0af1b0afed8e193bac26','{"content_hash":"fbae5d107b8951a8895f148710d14303815c01fe3293752c77f08bdaf116cdb9","release":"01-made"}','88af2c387f0e98ecf932ccaf0a7c30fdf1e356f696725247649c0208afd2732c','d725a5e2a7931f2cbe75a6197760355a02c885ac7a849b6bdc81527a2fdaa0b4');
INSERT INTO "audit" VALUES(5,'2026-11-24T05:00:00.000000Z','','took_effect','edition 2','1c04b74eb16a9f795a50cd65020d3ba733f67b5f13fb85608c82b6dd0d7512cf','{"content_hash":"211842706ee86274fe9fe5134504ac15b78992c4b83f795a2a393ae1f67c170a","release":"02-made"}','d725a5e2a7931f2cbe75a6197760355a02c885ac7a849b6bdc81527a2fdaa0b4','fa287a34344886327e0d2bcfcc9ffa608284c81f27f8526858646fc703064bc7');
INSERT INTO "audit" VALUES(6,'2026-11-24T05:00:00.000000Z','ani','kept','raw_file 78d32e56226d29174a1354a937ca5c9d7749ca0ee9685631a6e155669035720f','59f1c60c792dfb06b64b9f09ae34968d1e5e0229091aace04286e6a04cde2c64','{}','fa287a34344886327e0d2bcfcc9ffa608284c81f27f8526858646fc703064bc7','68f143c1c9671935544578fc10e7df1794c970307176d2bdf3aaa4876f31c2c7');
INSERT INTO "audit" VALUES(7,'2026-11-24T05:00:00.000000Z','ani','kept','raw_file 91633e34f037ff6513d3ed64e4082fa217e594b39a23f333e0f8529a45cd2999','783715ff079e747189b88e3152d8ae55e41ca3c04afd0cfe9f6aee3d0ceab6f1','{}','68f143c1c9671935544578fc10e7df1794c970307176d2bdf3aaa4876f31c2c7','65ccadc48c847eeeb783cf9cb031df3aaf287341920e094c25f4f092304709cf');
INSERT INTO "audit" VALUES(8,'2026-11-24T05:00:00.000000Z','ani','submitted','submission 1','f2aba635c20dc244bd5a4b374cf8bee5d54d164da53be9c42a0f331494187948','{"content_hash":"78d32e56226d29174a1354a937ca5c9d7749ca0ee9685631a6e155669035720f"}','65ccadc48c847eeeb783cf9cb031df3aaf287341920e094c25f4f092304709cf','dc5f6c0d5c80d5c7644b3ec1f9ddd653ff33ad2f51fd794acd24fcea49fe8230');
INSERT INTO "audit" VALUES(9,'2026-11-24T05:00:00.000000Z','budi','approved','submission 1','682bc0e2d94f70dff0883d06cf7c6519a0dd83712d8832c2725cad8fc7a5eae3','{"base":2,"note":""}','dc5f6c0d5c80d5c7644b3ec1f9ddd653ff33ad2f51fd794acd24fcea49fe8230','5b31fac14eae9b9fc4f0a38feb2cd3abf88d76cfbcfaba085a45d343652b4d58');
INSERT INTO "audit" VALUES(10,'2026-11-24T05:00:00.000000Z','budi','published','release 3','6ffa7823fa3375c72a5a7cc975bafe3d13d14cb28c5e8ef6c66a94a66433abf7','{"content_hash":"78d32e56226d29174a1354a937ca5c9d7749ca0ee9685631a6e155669035720f"}','5b31fac14eae9b9fc4f0a38feb2cd3abf88d76cfbcfaba085a45d343652b4d58','78c6ccd4f209e361cdbde4df834e8978b9f6eee757d06854de2ac5787efbdd55');
INSERT INTO "audit" VALUES(11,'2026-11-24T05:00:00.000000Z','budi','published','submission 1','179472a5c21dc8605ed6a1442e5cd73ffe1bf7384792c2506569a05a3310bf56','{}','78c6ccd4f209e361cdbde4df834e8978b9f6eee757d06854de2ac5787efbdd55','8c704025ece7fa7a8417ab9fa8ce01852f64a25a9184851d05080985addc76ad');
INSERT INTO "audit" VALUES(12,'2026-11-24T05:00:00.000000Z','','took_effect','edition 3','f7052c80dd7773a8149b5eafe9da6e06fd63e76d0d5034a8cdb7c240794e9cfb','{"content_hash":"72bc4732653756ef3614f07313d3d2dc301fda5acbc989e69c385c0da7c1386d","release":"submission-1"}','8c704025ece7fa7a8417ab9fa8ce01852f64a25a9184851d05080985addc76ad','f42a1a89b64da2b5eadeef09d6f450b6b8a1cf6e5352318a98523b87a99d25c2');
INSERT INTO "audit" VALUES(13,'2026-11-24T05:00:00.000000Z','ani','kept','raw_file a80ec35a7a5fdf8bd155a60ca0bae375c1ede1b2f49f24f764541ea5486d5be0','4121853dc6ade2a9d4da84eb4ec2e6a3c0068fee3d8ec8bc5c94d7d2ce5356d3','{}','f42a1a89b64da2b5eadeef09d6f450b6b8a1cf6e5352318a98523b87a99d25c2','46e0479125a2d9ba23e53bd1bbcaf56803b30eb22f3887561a624a10416a43be');
INSERT INTO "audit" VALUES(14,'2026-11-24T05:00:00.000000Z','ani','submitted','submission 2','3e2227fa82fd948737698a7e6e6474060b2098591d40566dc1134d96462814e5','{"content_hash":"a80ec35a7a5fdf8bd155a60ca0bae375c1ede1b2f49f24f764541ea5486d5be0"}','46e0479125a2d9ba23e53bd1bbcaf56803b30eb22f3887561a624a10416a43be','b49675cde8f175a4521a66d179d3d3e77fa008db43217d43a1bbf3615f6b0e73');
INSERT INTO "audit" VALUES(15,'2026-11-24T05:00:00.000000Z','budi','approved','submission 2','c631e823cbcb593fdaf0da69a8e0e3cca8c95accf92148d8dede5e27f995aea2','{"base":3,"note":""}','b49675cde8f175a4521a66d179d3d3e77fa008db43217d43a1bbf3615f6b0e73','1b5086c47b36646d3da895d374ffffdcaac6d8d7f97c9f9a8a528f9f0f7d5068');
INSERT INTO "audit" VALUES(16,'2026-11-24T05:00:00.000000Z','budi','published','release 4','ae4aef19207e4454449e9ba5bd655e2ba0817aa013b5a7ed470e4092883763e4','{"content_hash":"a80ec35a7a5fdf8bd155a60ca0bae375c1ede1b2f49f24f764541ea5486d5be0"}','1b5086c47b36646d3da895d374ffffdcaac6d8d7f97c9f9a8a528f9f0f7d5068','4166a038003b153a08ee3106b6cfbc8ed85532deb4de1575880e300b18ae145e');
INSERT INTO "audit" VALUES(17,'2026-11-24T05:00:00.000000Z','budi','published','submission 2','502c084fdb40b1c33940d3854806218f664f11f211c01e7d506518fe6d502a38','{}','4166a038003b153a08ee3106b6cfbc8ed85532deb4de1575880e300b18ae145e','ac706c056dcb5311f272330eac6e4b075528cefb19aeac49e9428ff19cd7c9fe');
INSERT INTO "audit" VALUES(18,'2026-11-24T05:00:00.000000Z','','took_effect','edition 4','039e00bbd8543e46d24e9463ceb1ed310a4a450aa9f7f4878321ead03d442bc9','{"content_hash":"211842706ee86274fe9fe5134504ac15b78992c4b83f795a2a393ae1f67c170a","release":"submission-2"}','ac706c056dcb5311f272330eac6e4b075528cefb19aeac49e9428ff19cd7c9fe','4db027f89d5ecd5bdf81a0cd846d3f72b7ede156375cb23d6c000b9d0a084a7c');
INSERT INTO "audit" VALUES(19,'2026-11-24T05:00:00.000000Z','ani','kept','raw_file 6b50aaac3f254a41895f98dd324d7d39af670e3f06df415e27a34a63d4ee37aa','e2da95db5aed2958dac7bbb85e035d1a652dbe0168fc4e8a26776bffd1e1509f','{}','4db027f89d5ecd5bdf81a0cd846d3f72b7ede156375cb23d6c000b9d0a084a7c','debb974db8693ef57165a0a4fa8ebc332301eed258571c23f9f66ac2953b0727');
INSERT INTO "audit" VALUES(20,'2026-11-24T05:00:00.000000Z','ani','kept','raw_file d584bad5942873b62d2e24c28d77d20a12f9e781080ae394c830e8a84210314e','b5d40664221e065987cffcb754d976960bdda1a6385b096fdf82fd27e1fb2199','{}','debb974db8693ef57165a0a4fa8ebc332301eed258571c23f9f66ac2953b0727','5c86898e3de76eb46df80f5cfc244c1f81eec803efbf427a979b1f40a9da5056');
INSERT INTO "audit" VALUES(21,'2026-11-24T05:00:00.000000Z','ani','submitted','submission 3','f907e3cad35f878a51c268b5ca0549f5800905dc5b3939cbc58cd82eecd5af9f','{"content_hash":"6b50aaac3f254a41895f98dd324d7d39af670e3f06df415e27a34a63d4ee37aa"}','5c86898e3de76eb46df80f5cfc244c1f81eec803efbf427a979b1f40a9da5056','541b83589c8c23d0aec2cf6edb159bcf131e6ace20f89bd087e9033b4d18ce47');
INSERT INTO "audit" VALUES(22,'2026-11-24T05:00:00.000000Z','budi','approved','submission 3','efe79868f84dd98c3e64b5a1991603e6f8d3aa13b93432d6e51abb3d2148b1c6','{"base":4,"note":""}','541b83589c8c23d0aec2cf6edb159bcf131e6ace20f89bd087e9033b4d18ce47','e5837c547841c64f33614d36e28fb5c97b2b53e8a71e1ecba9172a3d94f7c53d');
INSERT INTO "audit" VALUES(23,'2026-11-24T05:00:00.000000Z','budi','published','release 5','fba52c417166e9c224f197e7430212edc051c7f0aef8572e44b852de8b76a4b0','{"content_hash":"6b50aaac3f254a41895f98dd324d7d39af670e3f06df415e27a34a63d4ee37aa"}','e5837c547841c64f33614d36e28fb5c97b2b53e8a71e1ecba9172a3d94f7c53d','f29b270a45862a8d7474d5c71644ed3003cb0cdeaa85e5222859a1a008d58100');
INSERT INTO "audit" VALUES(24,'2026-11-24T05:00:00.000000Z','budi','scheduled','submission 3','4a28e53aeaecdcf050aff65c2ba19203579bc3b11d139617b7a880911137d525','{}','f29b270a45862a8d7474d5c71644ed3003cb0cdeaa85e5222859a1a008d58100','519a349622fc8467f76cd8d7f1e4c3d11e595c39ece7db633ff2fa54fd12bb8d');
INSERT INTO "audit" VALUES(25,'2026-11-24T05:00:00.000000Z','ani','kept','raw_file 894c8ebc889f83ef6dd39a74d2a5715edfe929a284bafc11d05fa5890441d998','d21bc09b639085d994486cf865aafe4f99c9d2b05cfa4cab757b825b326d7ef9','{}','519a349622fc8467f76cd8d7f1e4c3d11e595c39ece7db633ff2fa54fd12bb8d','39d151b7f2e570da405b5c8e67e5fe03cf6d43854e5037d805a92fe8cc90428d');
INSERT INTO "audit" VALUES(26,'2026-11-24T05:00:00.000000Z','ani','kept','raw_file 716bbfd8cbe8111a594d8224f46cc045e32279c01ccabfc83f7637899fb5bcdc','47b88832749ecbb37391274070cca6d18ad6f982c6458162d6ed69f44a804497','{}','39d151b7f2e570da405b5c8e67e5fe03cf6d43854e5037d805a92fe8cc90428d','da569cd8c8fbfaff7db01ddce2580fc060d0bfcdcafde71ad03ffa1542d7ddb3');
INSERT INTO "audit" VALUES(27,'2026-11-24T05:00:00.000000Z','ani','submitted','submission 4','fa15fea3694280659397d4589c6fac4d57162e6abb745cbe01edaf177ac0d44d','{"content_hash":"894c8ebc889f83ef6dd39a74d2a5715edfe929a284bafc11d05fa5890441d998"}','da569cd8c8fbfaff7db01ddce2580fc060d0bfcdcafde71ad03ffa1542d7ddb3','1213dc5ad8d5d7424b75958aed483b3dbf8812c3c8236e26bd1d827bfaf40f64');
INSERT INTO "audit" VALUES(28,'2026-11-24T05:00:00.000000Z','','set_user','user ani','f8c6500b63fb66418abd5e13451db5c6365d8d1bad90e8e4850bc09e2d26b500','{"active":true,"role":"analyst"}','1213dc5ad8d5d7424b75958aed483b3dbf8812c3c8236e26bd1d827bfaf40f64','97f65df53050e24b7abce5a35b5d55b05848331eb90543f52494689a0e5c0650');
INSERT INTO "audit" VALUES(29,'2026-11-24T05:00:00.000000Z','','reported','error_report 1','758ec814f4e676b8ca0f1b43f933eb4f1aa2022ea59c999d974d1bb265433723','{}','97f65df53050e24b7abce5a35b5d55b05848331eb90543f52494689a0e5c0650','e23cbed910bf8574efa79f2777217ce7c819944723da9395815dbe3073ea18fc');
INSERT INTO "audit" VALUES(30,'2026-11-24T05:00:00.000000Z','','migrated','schema_version 2','794b21728213c971460f1582df5aff2faf8464f97e036f64ec0ff4607e5dfbaa','{}','e23cbed910bf8574efa79f2777217ce7c819944723da9395815dbe3073ea18fc','180aaa65ca442a95f8ae03f02d6b54b03d3e6392494b906ea3ae26ad5877ebb4');
INSERT INTO "audit" VALUES(31,'2026-11-24T05:00:00.000000Z','','migrated','schema_version 3','27cc432d80266885801ddd23f94d73c513188a0af8292160db749581d06662b8','{}','180aaa65ca442a95f8ae03f02d6b54b03d3e6392494b906ea3ae26ad5877ebb4','04b3e8f78fdd7ee0a31ba77ab7a1a5e602fff039933ffd2a14d818330ec659e6');
INSERT INTO "audit" VALUES(32,'2026-11-24T05:00:00.000000Z','budi','announced','announcement 1','d6a60ca1e8222d2c104ee51629c305285a5bafe079d0449e59adfdc05dcef10f','{}','04b3e8f78fdd7ee0a31ba77ab7a1a5e602fff039933ffd2a14d818330ec659e6','e3e50afaa732a7e092fbe4a966e143a7a6324881ffec06082c64bcd409b25808');
CREATE TABLE deck (
    id TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    updated_at TEXT NOT NULL
, digest TEXT NOT NULL DEFAULT '');
INSERT INTO "deck" VALUES('081370874665237492567c809008d906','ani','Rapat','[]','2026-11-24T05:00:00.000000Z','e63c5bfd5182709a70132dea786a79e27b22d5704b2d3381d95fd54f933aaa8c');
CREATE TABLE draft (
    id TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    content BLOB NOT NULL,
    answers TEXT NOT NULL,
    updated_at TEXT NOT NULL
, digest TEXT NOT NULL DEFAULT '');
INSERT INTO "draft" VALUES('d349cc9af47dbaaf1e24a06ddb693446','ani','a.xlsx',X'00','','2026-11-24T05:00:00.000000Z','1fb99b0db4c2aed57c3f606c92f046cba55cf74ee13f7af714cecc6e5780857c');
CREATE TABLE edition (
    number INTEGER PRIMARY KEY,
    release INTEGER NOT NULL UNIQUE REFERENCES release (number),
    content_hash TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    recorded_at TEXT NOT NULL
);
INSERT INTO "edition" VALUES(1,1,'fbae5d107b8951a8895f148710d14303815c01fe3293752c77f08bdaf116cdb9','e1412bb5fb78c344aae200f7b4532cbc9ad224d8fede33772ebd4e472b91d9fd','2026-11-24T05:00:00.000000Z');
INSERT INTO "edition" VALUES(2,2,'211842706ee86274fe9fe5134504ac15b78992c4b83f795a2a393ae1f67c170a','6c7c7c7a8f68f1233748325249416a79aa85471dc82f39d71bc3224483816422','2026-11-24T05:00:00.000000Z');
INSERT INTO "edition" VALUES(3,3,'72bc4732653756ef3614f07313d3d2dc301fda5acbc989e69c385c0da7c1386d','db877b6d968ea10966747fbe0095fc8f31cba61c0aaac9b5b83e8df5515961fc','2026-11-24T05:00:00.000000Z');
INSERT INTO "edition" VALUES(4,4,'211842706ee86274fe9fe5134504ac15b78992c4b83f795a2a393ae1f67c170a','6c7c7c7a8f68f1233748325249416a79aa85471dc82f39d71bc3224483816422','2026-11-24T05:00:00.000000Z');
CREATE TABLE error_report (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    contact TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'dismissed')),
    answered_by TEXT,
    answered_at TEXT,
    answer TEXT NOT NULL
);
INSERT INTO "error_report" VALUES(1,'2026-11-24T05:00:00.000000Z','keliru','','','open',NULL,NULL,'');
CREATE TABLE fenomena (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL REFERENCES submission (id),
    code TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE TABLE observation (
    rowid INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES release (number),
    region TEXT NOT NULL,
    approach TEXT NOT NULL,
    item TEXT NOT NULL,
    price_basis TEXT NOT NULL,
    frequency TEXT NOT NULL,
    period TEXT NOT NULL,
    measure TEXT NOT NULL,
    value REAL CHECK ((value IS NULL) = (status = 'withdrawn')),
    unit TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason = ''),
    source INTEGER REFERENCES release (number)
);
INSERT INTO "observation" VALUES(1,1,'1275','production','TOTAL','current','A','2023','level',100.0,'billion_idr','final','',NULL);
INSERT INTO "observation" VALUES(2,1,'1275','production','A','current','A','2023','level',40.5,'billion_idr','preliminary','',NULL);
INSERT INTO "observation" VALUES(3,2,'1275','production','TOTAL','current','A','2024','level',110.25,'billion_idr','preliminary','',NULL);
INSERT INTO "observation" VALUES(4,2,'1275','production','A','current','A','2023','level',41.0,'billion_idr','unknown','',NULL);
INSERT INTO "observation" VALUES(5,3,'1275','production','A','current','A','2023','level',42.0,'billion_idr','final','',NULL);
INSERT INTO "observation" VALUES(6,4,'1275','production','A','current','A','2023','level',41.0,'billion_idr','unknown','',2);
INSERT INTO "observation" VALUES(7,5,'1275','production','C','current','A','2025','level',5.0,'billion_idr','final','',NULL);
CREATE TABLE raw_file (sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64), content BLOB NOT NULL);
INSERT INTO "raw_file" VALUES('78d32e56226d29174a1354a937ca5c9d7749ca0ee9685631a6e155669035720f',X'726567696F6E2C617070726F6163682C6974656D2C70726963655F62617369732C6672657175656E63792C706572696F642C6D6561737572652C76616C75652C756E69742C7374617475730A313237352C70726F64756374696F6E2C412C63757272656E742C412C323032332C6C6576656C2C34322E302C62696C6C696F6E5F6964722C66696E616C0A');
INSERT INTO "raw_file" VALUES('91633e34f037ff6513d3ed64e4082fa217e594b39a23f333e0f8529a45cd2999',X'2C726567696F6E2C617070726F6163682C6974656D2C70726963655F62617369732C6672657175656E63792C706572696F642C6D6561737572652C76616C75652C756E69742C7374617475732C726561736F6E0A302C313237352C70726F64756374696F6E2C412C63757272656E742C412C323032332C6C6576656C2C34322E302C62696C6C696F6E5F6964722C66696E616C2C0A');
INSERT INTO "raw_file" VALUES('a80ec35a7a5fdf8bd155a60ca0bae375c1ede1b2f49f24f764541ea5486d5be0',X'726567696F6E2C617070726F6163682C6974656D2C70726963655F62617369732C6672657175656E63792C706572696F642C6D6561737572652C76616C75652C756E69742C7374617475730A313237352C70726F64756374696F6E2C412C63757272656E742C412C323032332C6C6576656C2C34312E302C62696C6C696F6E5F6964722C756E6B6E6F776E0A');
INSERT INTO "raw_file" VALUES('6b50aaac3f254a41895f98dd324d7d39af670e3f06df415e27a34a63d4ee37aa',X'726567696F6E2C617070726F6163682C6974656D2C70726963655F62617369732C6672657175656E63792C706572696F642C6D6561737572652C76616C75652C756E69742C7374617475730A313237352C70726F64756374696F6E2C432C63757272656E742C412C323032352C6C6576656C2C352E302C62696C6C696F6E5F6964722C66696E616C0A');
INSERT INTO "raw_file" VALUES('d584bad5942873b62d2e24c28d77d20a12f9e781080ae394c830e8a84210314e',X'2C726567696F6E2C617070726F6163682C6974656D2C70726963655F62617369732C6672657175656E63792C706572696F642C6D6561737572652C76616C75652C756E69742C7374617475732C726561736F6E0A302C313237352C70726F64756374696F6E2C432C63757272656E742C412C323032352C6C6576656C2C352E302C62696C6C696F6E5F6964722C66696E616C2C0A');
INSERT INTO "raw_file" VALUES('894c8ebc889f83ef6dd39a74d2a5715edfe929a284bafc11d05fa5890441d998',X'726567696F6E2C617070726F6163682C6974656D2C70726963655F62617369732C6672657175656E63792C706572696F642C6D6561737572652C76616C75652C756E69742C7374617475730A313237352C70726F64756374696F6E2C442C63757272656E742C412C323032352C6C6576656C2C362E302C62696C6C696F6E5F6964722C66696E616C0A');
INSERT INTO "raw_file" VALUES('716bbfd8cbe8111a594d8224f46cc045e32279c01ccabfc83f7637899fb5bcdc',X'00FF726177');
CREATE TABLE recall (
    release INTEGER PRIMARY KEY REFERENCES release (number),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE release (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('shipped', 'table', 'correction', 'rollback')),
    mode TEXT NOT NULL CHECK (mode IN ('office', 'local')),
    effective_at TEXT NOT NULL,
    published_at TEXT NOT NULL,
    sha256 TEXT,
    content_hash TEXT NOT NULL,
    origin TEXT NOT NULL,
    rows INTEGER NOT NULL,
    created_by TEXT,
    approved_by TEXT,
    published_by TEXT,
    reason TEXT NOT NULL,
    submission INTEGER REFERENCES submission (id),
    base INTEGER,
    restores INTEGER CHECK ((restores IS NOT NULL) = (kind = 'rollback')),
    CHECK (approved_by <> created_by OR mode = 'local'),
    CHECK (kind = 'shipped' OR (created_by IS NOT NULL AND approved_by IS NOT NULL AND published_by IS NOT NULL
                                AND submission IS NOT NULL AND base IS NOT NULL AND effective_at >= published_at))
);
INSERT INTO "release" VALUES(1,'01-made','shipped','office','2026-11-23T17:00:00.000000Z','2026-11-24T05:00:00.000000Z','a29900fd3b8e3e0acfd382c08c215883f00336027d8925402e134fd221057b94','fbae5d107b8951a8895f148710d14303815c01fe3293752c77f08bdaf116cdb9','{"caveat_en":"synthetic","caveat_id":"synthetic","commit":"synthetic","copied":"synthetic","dated":"synthetic","licence_en":"synthetic","licence_id":"synthetic","path":"synthetic","publisher_en":"synthetic","publisher_id":"synthetic","repository":"synthetic","retrieved":"2026-11-24","short_en":"synthetic","short_id":"synthetic","table":"synthetic","title_en":"synthetic","title_id":"synthetic","url":"synthetic"}',2,NULL,NULL,NULL,'',NULL,NULL,NULL);
INSERT INTO "release" VALUES(2,'02-made','shipped','office','2026-11-23T17:00:00.000000Z','2026-11-24T05:00:00.000000Z','f692227d839a71c27dc037113581fea9c4c2b165f81b2601b8efbb3c7f36f12c','d815f06d23e3213a00205e157524073a5ee7e07a292e5e7fe5812ab66bd73868','{"caveat_en":"synthetic","caveat_id":"synthetic","commit":"synthetic","copied":"synthetic","dated":"synthetic","licence_en":"synthetic","licence_id":"synthetic","path":"synthetic","publisher_en":"synthetic","publisher_id":"synthetic","repository":"synthetic","retrieved":"2026-11-24","short_en":"synthetic","short_id":"synthetic","table":"synthetic","title_en":"synthetic","title_id":"synthetic","url":"synthetic"}',2,NULL,NULL,NULL,'',NULL,NULL,NULL);
INSERT INTO "release" VALUES(3,'submission-1','table','office','2026-11-24T05:00:00.000000Z','2026-11-24T05:00:00.000000Z','91633e34f037ff6513d3ed64e4082fa217e594b39a23f333e0f8529a45cd2999','78d32e56226d29174a1354a937ca5c9d7749ca0ee9685631a6e155669035720f','{"caveat_en":"synthetic","caveat_id":"synthetic","commit":"synthetic","copied":"synthetic","dated":"synthetic","licence_en":"synthetic","licence_id":"synthetic","path":"synthetic","publisher_en":"synthetic","publisher_id":"synthetic","repository":"synthetic","retrieved":"2026-11-24","short_en":"synthetic","short_id":"synthetic","table":"synthetic","title_en":"synthetic","title_id":"synthetic","url":"synthetic"}',1,'ani','budi','budi','',1,2,NULL);
INSERT INTO "release" VALUES(4,'submission-2','rollback','office','2026-11-24T05:00:00.000000Z','2026-11-24T05:00:00.000000Z',NULL,'a80ec35a7a5fdf8bd155a60ca0bae375c1ede1b2f49f24f764541ea5486d5be0','{"caveat_en":"synthetic","caveat_id":"synthetic","commit":"synthetic","copied":"synthetic","dated":"synthetic","licence_en":"synthetic","licence_id":"synthetic","path":"synthetic","publisher_en":"synthetic","publisher_id":"synthetic","repository":"synthetic","retrieved":"2026-11-24","short_en":"synthetic","short_id":"synthetic","table":"synthetic","title_en":"synthetic","title_id":"synthetic","url":"synthetic"}',1,'ani','budi','budi','salah',2,3,2);
INSERT INTO "release" VALUES(5,'submission-3','table','office','2026-11-24T13:00:00.000000Z','2026-11-24T05:00:00.000000Z','d584bad5942873b62d2e24c28d77d20a12f9e781080ae394c830e8a84210314e','6b50aaac3f254a41895f98dd324d7d39af670e3f06df415e27a34a63d4ee37aa','{"caveat_en":"synthetic","caveat_id":"synthetic","commit":"synthetic","copied":"synthetic","dated":"synthetic","licence_en":"synthetic","licence_id":"synthetic","path":"synthetic","publisher_en":"synthetic","publisher_id":"synthetic","repository":"synthetic","retrieved":"2026-11-24","short_en":"synthetic","short_id":"synthetic","table":"synthetic","title_en":"synthetic","title_id":"synthetic","url":"synthetic"}',1,'ani','budi','budi','',3,4,NULL);
CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL);
INSERT INTO "schema_version" VALUES(1,'2026-11-24T05:00:00.000000Z');
INSERT INTO "schema_version" VALUES(2,'2026-11-24T05:00:00.000000Z');
INSERT INTO "schema_version" VALUES(3,'2026-11-24T05:00:00.000000Z');
CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('table', 'correction', 'rollback')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'approved', 'rejected', 'scheduled', 'published')),
    mode TEXT NOT NULL CHECK (mode IN ('office', 'local')),
    base INTEGER NOT NULL,
    restores INTEGER CHECK ((restores IS NOT NULL) = (kind = 'rollback')),
    content_hash TEXT NOT NULL REFERENCES raw_file (sha256),
    sha256 TEXT REFERENCES raw_file (sha256) CHECK ((sha256 IS NULL) = (kind = 'rollback')),
    file_name TEXT NOT NULL,
    answers TEXT NOT NULL,
    origin TEXT NOT NULL,
    rows INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (created_by <> ''),
    created_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    approved_by TEXT CHECK (approved_by <> ''),
    approved_at TEXT,
    approved_hash TEXT CHECK (approved_hash = content_hash),
    note TEXT NOT NULL,
    CHECK (approved_by <> created_by OR mode = 'local'),
    CHECK (state NOT IN ('approved', 'scheduled', 'published')
           OR (approved_by IS NOT NULL AND approved_at IS NOT NULL AND approved_hash IS NOT NULL))
);
INSERT INTO "submission" VALUES(1,'table','published','office',2,NULL,'78d32e56226d29174a1354a937ca5c9d7749ca0ee9685631a6e155669035720f','91633e34f037ff6513d3ed64e4082fa217e594b39a23f333e0f8529a45cd2999','synthetic.csv','{}','{"caveat_en":"synthetic","caveat_id":"synthetic","commit":"synthetic","copied":"synthetic","dated":"synthetic","licence_en":"synthetic","licence_id":"synthetic","path":"synthetic","publisher_en":"synthetic","publisher_id":"synthetic","repository":"synthetic","retrieved":"2026-11-24","short_en":"synthetic","short_id":"synthetic","table":"synthetic","title_en":"synthetic","title_id":"synthetic","url":"synthetic"}',1,'ani','2026-11-24T05:00:00.000000Z','','budi','2026-11-24T05:00:00.000000Z','78d32e56226d29174a1354a937ca5c9d7749ca0ee9685631a6e155669035720f','');
INSERT INTO "submission" VALUES(2,'rollback','published','office',3,2,'a80ec35a7a5fdf8bd155a60ca0bae375c1ede1b2f49f24f764541ea5486d5be0',NULL,'','{}','{"caveat_en":"synthetic","caveat_id":"synthetic","commit":"synthetic","copied":"synthetic","dated":"synthetic","licence_en":"synthetic","licence_id":"synthetic","path":"synthetic","publisher_en":"synthetic","publisher_id":"synthetic","repository":"synthetic","retrieved":"2026-11-24","short_en":"synthetic","short_id":"synthetic","table":"synthetic","title_en":"synthetic","title_id":"synthetic","url":"synthetic"}',1,'ani','2026-11-24T05:00:00.000000Z','salah','budi','2026-11-24T05:00:00.000000Z','a80ec35a7a5fdf8bd155a60ca0bae375c1ede1b2f49f24f764541ea5486d5be0','');
INSERT INTO "submission" VALUES(3,'table','scheduled','office',4,NULL,'6b50aaac3f254a41895f98dd324d7d39af670e3f06df415e27a34a63d4ee37aa','d584bad5942873b62d2e24c28d77d20a12f9e781080ae394c830e8a84210314e','synthetic.csv','{}','{"caveat_en":"synthetic","caveat_id":"synthetic","commit":"synthetic","copied":"synthetic","dated":"synthetic","licence_en":"synthetic","licence_id":"synthetic","path":"synthetic","publisher_en":"synthetic","publisher_id":"synthetic","repository":"synthetic","retrieved":"2026-11-24","short_en":"synthetic","short_id":"synthetic","table":"synthetic","title_en":"synthetic","title_id":"synthetic","url":"synthetic"}',1,'ani','2026-11-24T05:00:00.000000Z','','budi','2026-11-24T05:00:00.000000Z','6b50aaac3f254a41895f98dd324d7d39af670e3f06df415e27a34a63d4ee37aa','');
INSERT INTO "submission" VALUES(4,'table','waiting','office',4,NULL,'894c8ebc889f83ef6dd39a74d2a5715edfe929a284bafc11d05fa5890441d998','716bbfd8cbe8111a594d8224f46cc045e32279c01ccabfc83f7637899fb5bcdc','synthetic.csv','{}','{"caveat_en":"synthetic","caveat_id":"synthetic","commit":"synthetic","copied":"synthetic","dated":"synthetic","licence_en":"synthetic","licence_id":"synthetic","path":"synthetic","publisher_en":"synthetic","publisher_id":"synthetic","repository":"synthetic","retrieved":"2026-11-24","short_en":"synthetic","short_id":"synthetic","table":"synthetic","title_en":"synthetic","title_id":"synthetic","url":"synthetic"}',1,'ani','2026-11-24T05:00:00.000000Z','',NULL,NULL,NULL,'');
CREATE TABLE "user" (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('viewer', 'analyst', 'approver', 'admin')),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    since TEXT NOT NULL,
    revoked_at TEXT NOT NULL
);
INSERT INTO "user" VALUES('ani','analyst',1,'2026-11-24T05:00:00.000000Z','');
CREATE INDEX observation_release ON observation (release);
CREATE TRIGGER schema_version_never_changed BEFORE UPDATE ON "schema_version"  BEGIN SELECT RAISE(ABORT, 'a row of schema_version is never changed'); END;
CREATE TRIGGER schema_version_never_deleted BEFORE DELETE ON "schema_version"  BEGIN SELECT RAISE(ABORT, 'a row of schema_version is never deleted'); END;
CREATE TRIGGER schema_version_never_replaced BEFORE INSERT ON "schema_version" WHEN EXISTS (SELECT 1 FROM "schema_version" WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'a row of schema_version is never replaced'); END;
CREATE TRIGGER raw_file_never_changed BEFORE UPDATE ON "raw_file"  BEGIN SELECT RAISE(ABORT, 'a row of raw_file is never changed'); END;
CREATE TRIGGER raw_file_never_deleted BEFORE DELETE ON "raw_file"  BEGIN SELECT RAISE(ABORT, 'a row of raw_file is never deleted'); END;
CREATE TRIGGER raw_file_never_replaced BEFORE INSERT ON "raw_file" WHEN EXISTS (SELECT 1 FROM "raw_file" WHERE sha256 = NEW.sha256) BEGIN SELECT RAISE(ABORT, 'a row of raw_file is never replaced'); END;
CREATE TRIGGER release_never_changed BEFORE UPDATE ON "release"  BEGIN SELECT RAISE(ABORT, 'a row of release is never changed'); END;
CREATE TRIGGER release_never_deleted BEFORE DELETE ON "release"  BEGIN SELECT RAISE(ABORT, 'a row of release is never deleted'); END;
CREATE TRIGGER release_never_replaced BEFORE INSERT ON "release" WHEN EXISTS (SELECT 1 FROM "release" WHERE number = NEW.number OR id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a row of release is never replaced'); END;
CREATE TRIGGER observation_never_changed BEFORE UPDATE ON "observation"  BEGIN SELECT RAISE(ABORT, 'a row of observation is never changed'); END;
CREATE TRIGGER observation_never_deleted BEFORE DELETE ON "observation"  BEGIN SELECT RAISE(ABORT, 'a row of observation is never deleted'); END;
CREATE TRIGGER observation_never_replaced BEFORE INSERT ON "observation" WHEN EXISTS (SELECT 1 FROM "observation" WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'a row of observation is never replaced'); END;
CREATE TRIGGER edition_never_changed BEFORE UPDATE ON "edition"  BEGIN SELECT RAISE(ABORT, 'a row of edition is never changed'); END;
CREATE TRIGGER edition_never_deleted BEFORE DELETE ON "edition"  BEGIN SELECT RAISE(ABORT, 'a row of edition is never deleted'); END;
CREATE TRIGGER edition_never_replaced BEFORE INSERT ON "edition" WHEN EXISTS (SELECT 1 FROM "edition" WHERE number = NEW.number OR release = NEW.release) BEGIN SELECT RAISE(ABORT, 'a row of edition is never replaced'); END;
CREATE TRIGGER recall_never_changed BEFORE UPDATE ON "recall"  BEGIN SELECT RAISE(ABORT, 'a row of recall is never changed'); END;
CREATE TRIGGER recall_never_deleted BEFORE DELETE ON "recall"  BEGIN SELECT RAISE(ABORT, 'a row of recall is never deleted'); END;
CREATE TRIGGER recall_never_replaced BEFORE INSERT ON "recall" WHEN EXISTS (SELECT 1 FROM "recall" WHERE release = NEW.release) BEGIN SELECT RAISE(ABORT, 'a row of recall is never replaced'); END;
CREATE TRIGGER fenomena_never_changed BEFORE UPDATE ON "fenomena"  BEGIN SELECT RAISE(ABORT, 'a row of fenomena is never changed'); END;
CREATE TRIGGER fenomena_never_deleted BEFORE DELETE ON "fenomena"  BEGIN SELECT RAISE(ABORT, 'a row of fenomena is never deleted'); END;
CREATE TRIGGER fenomena_never_replaced BEFORE INSERT ON "fenomena" WHEN EXISTS (SELECT 1 FROM "fenomena" WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a row of fenomena is never replaced'); END;
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON "audit"  BEGIN SELECT RAISE(ABORT, 'a row of audit is never changed'); END;
CREATE TRIGGER audit_never_deleted BEFORE DELETE ON "audit"  BEGIN SELECT RAISE(ABORT, 'a row of audit is never deleted'); END;
CREATE TRIGGER audit_never_replaced BEFORE INSERT ON "audit" WHEN EXISTS (SELECT 1 FROM "audit" WHERE number = NEW.number) BEGIN SELECT RAISE(ABORT, 'a row of audit is never replaced'); END;
CREATE TRIGGER submission_never_changed BEFORE UPDATE OF id, kind, restores, content_hash, sha256, file_name, answers, origin, rows, created_by, created_at, reason ON "submission"  BEGIN SELECT RAISE(ABORT, 'a row of submission is never changed'); END;
CREATE TRIGGER submission_never_deleted BEFORE DELETE ON "submission"  BEGIN SELECT RAISE(ABORT, 'a row of submission is never deleted'); END;
CREATE TRIGGER submission_never_replaced BEFORE INSERT ON "submission" WHEN EXISTS (SELECT 1 FROM "submission" WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a row of submission is never replaced'); END;
CREATE TRIGGER error_report_never_changed BEFORE UPDATE OF id, at, text, contact, about ON "error_report"  BEGIN SELECT RAISE(ABORT, 'a row of error_report is never changed'); END;
CREATE TRIGGER error_report_never_deleted BEFORE DELETE ON "error_report"  BEGIN SELECT RAISE(ABORT, 'a row of error_report is never deleted'); END;
CREATE TRIGGER error_report_never_replaced BEFORE INSERT ON "error_report" WHEN EXISTS (SELECT 1 FROM "error_report" WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a row of error_report is never replaced'); END;
CREATE TRIGGER user_never_changed BEFORE UPDATE OF name, since ON "user"  BEGIN SELECT RAISE(ABORT, 'a row of user is never changed'); END;
CREATE TRIGGER user_never_deleted BEFORE DELETE ON "user"  BEGIN SELECT RAISE(ABORT, 'a row of user is never deleted'); END;
CREATE TRIGGER user_never_replaced BEFORE INSERT ON "user" WHEN EXISTS (SELECT 1 FROM "user" WHERE name = NEW.name) BEGIN SELECT RAISE(ABORT, 'a row of user is never replaced'); END;
CREATE TRIGGER announcement_never_changed BEFORE UPDATE OF id, at, region, approach, period, announced_by, announced_at ON "announcement"  BEGIN SELECT RAISE(ABORT, 'a row of announcement is never changed'); END;
CREATE TRIGGER announcement_never_deleted BEFORE DELETE ON "announcement"  BEGIN SELECT RAISE(ABORT, 'a row of announcement is never deleted'); END;
CREATE TRIGGER announcement_never_replaced BEFORE INSERT ON "announcement" WHEN EXISTS (SELECT 1 FROM "announcement" WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'a row of announcement is never replaced'); END;
COMMIT;
