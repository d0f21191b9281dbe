/**
 * What citizens call things when they ask about their papers, in the many wordings of a hurried call. A row is an idea
 * (or two: the thing, and the matter it belongs to) and its phrases; of phrases that begin at the same word the
 * longest counts. Marks tell words apart where both sides have them ("đổi", "đòi", "đời"); typed without, they fold.
 */
export type Row = readonly [ideas: string, phrases: string]

/** Matters of their own: two callers who name the same one very often ask the same. */
export const ISSUES: readonly Row[] = [
  ['hàng-rong', 'hàng rong, bán hàng rong, bán dạo, bán vỉa hè, xe đẩy'],
  [
    'tại-nhà',
    'làm tại nhà, tới nhà làm, tới nhà, tận nhà, đến nhà, nằm một chỗ, nằm liệt, liệt giường, tai biến',
  ],
  ['lấp-mương', 'lấp mương, lấp rạch, san lấp, lấp cống, bít cống, lấp ao'],
  ['biển-số', 'đổi biển số, biển số cũ, biển số'],
  ['cựu-chiến-binh', 'cựu chiến binh, hội cựu chiến binh'],
  ['đứng-tên', 'đứng tên, chưa đứng tên, bằng miệng, nói miệng'],
  ['biến-động', 'biến động đất, biến động đất đai, đăng ký biến động'],
  [
    'dời-trụ-sở',
    'dời trụ sở, trụ sở xa, trụ sở mới xa, dời ủy ban, ủy ban dời, trụ sở mới, điểm tiếp nhận, chỗ nhận hồ sơ, điểm nhận hồ sơ, điểm nhận, để lại chỗ nhận, ủy ban xa, ra ủy ban, trung tâm xa, trụ sở xã cũ, trụ sở phường cũ, điểm tiếp nhận hồ sơ, ủy ban mới, trụ sở phụ, giữ lại bộ phận, cơ quan dời',
  ],
  ['tổng-đài', '1022, tổng đài, đường dây nóng, hotline, phản ánh hiện trường'],
  ['hộp-thư-góp-ý', 'hộp thư góp ý, góp ý, chấm điểm cán bộ, đánh giá cán bộ'],
  ['tiêm-ngừa', 'tiêm ngừa, chích ngừa, vắc xin, tiêm vắc xin, tiêm chủng'],
  ['giấy-đi-đường', 'xe ba gác, xe cải tiến, xe tự chế, xe lôi'],
  ['hụi', 'hụi, giật hụi, bể hụi'],
  ['giá-vật-tư', 'giá phân bón'],
  ['bảo-hiểm-nông', 'thiên tai, bão lụt, lốc xoáy, tốc mái, bị tốc mái'],
  ['trẻ-em-hư', 'đua xe, quậy phá, thanh niên tụ tập'],
  ['nhà-thuốc', 'chứng chỉ hành nghề, nhà thuốc, phòng khám tư, phòng mạch'],
  ['quảng-cáo', 'quảng cáo, biển quảng cáo, bảng quảng cáo'],
  [
    'sửa-nhà xây-nhà',
    'sửa nhà, sửa lại nhà, sửa chữa nhà, sửa mái, sửa lại mái nhà, nâng nền, sửa lại căn nhà',
  ],
  [
    'vỡ-nợ-công-trình',
    'công trình dở dang, thi công ì ạch, thi công kéo dài, làm dở dang, bỏ dở, chậm tiến độ',
  ],
  [
    'đường-truyền-lỗi',
    'cổng bị lỗi, mạng lỗi, web lỗi, trang web lỗi, hệ thống lỗi, lỗi hệ thống, rớt mạng, nghẽn mạng, báo lỗi, mạng rớt, máy hư, máy móc hư, lỗi mạng, hệ thống hư, mất mạng',
  ],
  ['phí-cao', 'thu phí cao, thu sai, thu quá quy định, thu thêm'],
  ['mất-quyền-lợi', 'bị bỏ sót, sót danh sách, không có trong danh sách, không có tên trong danh sách'],
  [
    'chi-trả-qua-thẻ',
    'chi trả qua thẻ, thẻ atm, qua tài khoản, lãnh qua thẻ, lãnh tiền mặt, chuyển qua tài khoản, mở tài khoản, mở thẻ, lãnh thay, lãnh giùm, lãnh trợ cấp giùm, tài khoản ngân hàng',
  ],
  ['hợp-đồng-điện', 'kéo điện, xin điện, gắn đồng hồ, gắn điện kế, vô điện'],
  ['kéo-nước', 'gắn đồng hồ nước, kéo nước, vô nước máy'],
  ['nghỉ-phép-hè', 'sinh hoạt hè, hồ bơi, đuối nước'],
  [
    'hợp-thửa',
    'hợp thửa, hợp hai thửa, nhập thửa, gộp thửa, gộp sổ, nhập sổ, nhập lại thành một sổ, hai sổ thành một, gộp hai sổ',
  ],
  [
    'dân-tộc',
    'dân tộc, khmer, khơ me, đồng bào dân tộc, đồng bào khmer, dân tộc thiểu số, tiếng khmer, bà con khmer',
  ],
  ['học-nghề', 'học nghề, thẻ học nghề, dạy nghề'],
  ['xuất-ngũ', 'xuất ngũ, bộ đội về, đi bộ đội, đi lính về, nghĩa vụ về'],
  ['thờ-cúng', 'thờ cúng liệt sĩ, thờ cúng, tiền thờ cúng, nhang khói, hy sinh, giỗ liệt sĩ, đám giỗ'],
  [
    'xưởng ô-nhiễm',
    'xưởng!, xưởng cưa, xưởng gỗ, cơ sở sản xuất, cơ sở mộc, cưa gỗ, cưa xẻ, lò than, lò gạch, nhà máy, xay lúa, xay xát, cơ sở tái chế, tái chế',
  ],
  ['truy-thu', 'truy thu, truy thu thuế'],
  ['không-biên-lai', 'biên lai, không có biên lai, không đưa hóa đơn, thu ngoài'],
  ['tích-hợp', 'không hiện trên vneid, không hiện, chưa hiện, tích hợp, tích hợp vneid, tích hợp giấy tờ'],
  ['xin-việc', 'giới thiệu việc làm, tìm việc làm'],
  ['hỏa-táng', 'hỏa táng, nghĩa trang, mồ mả, di dời mồ mả, bốc mộ'],
  ['internet', 'internet, wifi, mạng yếu, sóng điện thoại, trạm bts'],
  ['đê-bao', 'đê bao, cống ngăn, trạm bơm'],
  ['nhà-vệ-sinh', 'nhà vệ sinh'],
  ['quá-tải-trường', 'sĩ số, quá đông, thiếu lớp, thiếu trường, hết chỗ, đủ chỉ tiêu'],
  ['thiếu-giáo-viên', 'thiếu giáo viên, giáo viên'],
  ['sổ-sức-khỏe', 'sổ khám bệnh, sổ sức khỏe, sổ sức khỏe điện tử'],
  ['bạo-lực', 'bạo hành, bạo lực, đánh đập, bạo lực gia đình'],
  ['đất-công', 'đất công, đất công cộng, công viên, khu vui chơi'],
  ['giá-đất', 'bảng giá đất, giá đất'],
  ['lối-đi', 'lối đi chung, lối đi, đường đi chung, không có đường đi, bít đường, rào đường, bít lối đi'],
  ['đấu-giá', 'đấu giá, đấu giá đất'],
  [
    'cấp-lần-đầu',
    'cấp sổ lần đầu, cấp lần đầu, chưa có sổ, chưa làm sổ, hợp thức hóa, nguồn gốc đất, đất chưa có sổ, làm sổ lần đầu, đăng ký đất đai lần đầu, không có giấy tờ về đất, không giấy tờ gì, không có giấy tờ gì, chưa làm sổ đỏ, chưa có sổ đỏ, chưa được cấp sổ, chưa cấp sổ, xin cấp sổ, trước 1975, ở ổn định, sử dụng ổn định, cấp gcn lần đầu, cấp sổ đỏ lần đầu, làm sổ đỏ lần đầu, chưa có giấy chứng nhận, không có giấy tờ, xin ra sổ, lâu đời, cấp giấy lần đầu, đất ở lâu',
  ],
  ['hết-thời-hạn-đất', 'hết thời hạn sử dụng đất, gia hạn đất, thời hạn sử dụng đất, đất hết hạn'],
  ['nợ-tiền-đất', 'nợ tiền sử dụng đất, ghi nợ tiền sử dụng đất, trả nợ tiền sử dụng đất'],
  ['nắp-cống', 'nắp cống, tấm đan, hố ga, miệng cống, sụp cống, bể nắp cống'],
  [
    'sạt-lở',
    'sạt lở, lở đất, lở bờ sông, bờ kè, kè sông, làm kè, xây kè, lở vô, sạt xuống sông, bờ sông lở, lở bờ, bờ sông, sụp xuống sông, sụt lún, sạt!, lở sát, lở đất bờ sông, sạt sông, lở tới, kè!',
  ],
  [
    'kênh-rạch',
    'nạo vét kênh, nạo vét kinh, lục bình, kinh cạn, kênh cạn, xáng múc, lấp kinh, lấp kênh, kênh thủy lợi, kinh thủy lợi, kinh nội đồng, kênh nội đồng, vét kinh, vét kênh, rạch bị lấp',
  ],
  [
    'dây-cáp',
    'dây cáp, dây điện thòng, dây mạng, cáp viễn thông, trụ điện, cột điện, dây điện, đường dây điện, dây thòng, dây điện đứt',
  ],
  ['chó-thả', 'chó thả rông, thả rông chó, chó dại, chó cắn'],
  ['trộm-cắp', 'trộm cắp, ăn trộm, mất trộm, trộm chó, cướp giật'],
  ['cờ-bạc', 'đánh bạc, đá gà, số đề, cờ bạc, ghi đề, gà đá'],
  ['ma-túy', 'ma túy, nghiện!, hút chích, xì ke, cai nghiện'],
  ['vay-nặng-lãi', 'cho vay nặng lãi, tín dụng đen, vay nóng, siết nợ, đòi nợ thuê'],
  ['lừa-đảo', 'lừa đảo, giả danh công an, gọi điện lừa, bị lừa, mạo danh'],
  ['chung-cư', 'chung cư, nhà chung cư, ban quản lý chung cư, chủ đầu tư'],
  ['đậu-xe', 'đậu xe, bãi xe, đỗ xe, chỗ đậu xe, giữ xe quá giá, bãi giữ xe'],
  [
    'xe-buýt',
    'xe buýt, bus, tuyến xe, tuyến buýt, xe khách, trợ giá vé, vé xe, mở tuyến, tuyến xe buýt, buýt',
  ],
  ['xe-quá-tải', 'xe quá tải, xe chở cát, xe tải chạy, xe tải nặng, xe tải chở, xe ben'],
  ['bến-đò', 'bến đò, qua phà, qua đò, đò ngang, phà!, chờ phà, bến phà, phà đại ngãi'],
  ['bán-trú', 'tiền ăn trưa, ăn trưa, bán trú, suất ăn, cơm trưa, sữa học đường'],
  ['học-thêm', 'học thêm, dạy thêm'],
  ['đồng-phục', 'đồng phục, sách giáo khoa'],
  ['mầm-non', 'mầm non, mẫu giáo, nhà trẻ, giữ trẻ'],
  [
    'thiếu-thuốc',
    'hết thuốc, thiếu thuốc, mua thuốc ngoài, không có thuốc, thuốc bảo hiểm, kê toa, toa thuốc, toa bác sĩ, ra nhà thuốc, mua ngoài, thuốc mua ngoài, ra ngoài mua, trong kho không còn, đấu thầu thuốc, hết thầu, mua thuốc ở ngoài, tự mua thuốc, phải mua ngoài, thuốc huyết áp, thuốc tiểu đường, thuốc bhyt, không đủ thuốc, ra tiệm ngoài, vướng đấu thầu',
  ],
  ['nơi-khám', 'nơi khám ban đầu, đổi nơi khám, chuyển nơi khám, đăng ký khám ban đầu, nơi đăng ký khám'],
  ['mồ-côi', 'mồ côi, trẻ mồ côi, không nơi nương tựa, đơn thân'],
  [
    'dôi-dư',
    'dôi dư, nghỉ việc theo nghị định, tinh giản, nghị định 178, nghỉ hưu sớm, nghỉ hưu trước tuổi, tinh giản biên chế, nghị định 67, thôi việc, trợ cấp thôi việc, bị cho nghỉ, cho nghỉ việc, tổ chức bộ máy, sắp xếp bộ máy',
  ],
  ['trụ-sở-cũ', 'trụ sở cũ, ủy ban cũ, nhà làm việc cũ, bỏ hoang, trụ sở bỏ không'],
  ['con-dấu', 'con dấu, khắc dấu, bảng hiệu, biển hiệu'],
  ['số-hóa', 'số hóa, số hóa giấy tờ, giấy tờ điện tử'],
  [
    'trạng-thái',
    'tra cứu hồ sơ, theo dõi hồ sơ, trạng thái hồ sơ, mã hồ sơ, tra mã hồ sơ, đang xử lý, báo đang xử lý, ghi đang xử lý, tra cứu',
  ],
  [
    'vắng-cán-bộ',
    'đi vắng, đi họp, không gặp ai, không có ai, không có người, vắng mặt, chờ ký, xin chữ ký, ký giấy, lãnh đạo đi họp, không ai ký',
  ],
  ['lao-động-nước-ngoài', 'đi nhật, đi hàn, xuất cảnh, đi làm nước ngoài'],
  ['bầu-cử', 'bầu cử, cử tri, bỏ phiếu, tiếp xúc cử tri'],
  [
    'xâm-nhập-mặn',
    'xâm nhập mặn, nước mặn, mặn xâm nhập, ngăn mặn, hạn mặn, độ mặn, cống ngăn mặn, lo mặn, mặn lên, nước ngọt, trữ nước, đập tạm, coi độ mặn',
  ],
  ['hợp-tác-xã', 'hợp tác xã, htx, tổ hợp tác'],
  ['trước-bạ', 'lệ phí trước bạ, thuế trước bạ, trước bạ'],
  [
    'cho-thuê-trọ',
    'cho thuê nhà, cho thuê phòng trọ, cho thuê phòng, cho thuê trọ, cho thuê mặt bằng, thuế cho thuê nhà',
  ],
  ['tạm-vắng', 'tạm vắng, khai báo tạm vắng'],
  ['lưu-trú', 'lưu trú, khai báo lưu trú, thông báo lưu trú'],
  ['xóa-tên', 'xóa đăng ký thường trú, xóa hộ khẩu, xóa tên'],
  ['tách-hộ', 'tách hộ khẩu, tách hộ, tách khẩu, tách sổ hộ khẩu'],
  [
    'thẻ-học-sinh bhyt',
    'bhyt học sinh, bảo hiểm học sinh, thẻ bhyt học sinh, thẻ học sinh, mua bảo hiểm ở trường, bảo hiểm ở trường',
  ],
  ['trẻ-dưới-6', 'dưới 6 tuổi, trẻ em dưới 6 tuổi, 6 tuổi'],
  ['hộ-gia-đình bhyt', 'bhyt hộ gia đình, bảo hiểm hộ gia đình, bảo hiểm y tế hộ gia đình'],
  ['hạn-mức đất-ở', 'hạn mức, hạn mức đất ở'],
  [
    'nghĩa-vụ',
    'nghĩa vụ quân sự, nvqs, đi lính, hoãn nghĩa vụ, khám nghĩa vụ, đi nghĩa vụ, khám nghĩa vụ quân sự, giấy gọi nhập ngũ, nhập ngũ',
  ],
  ['hộ-chiếu', 'hộ chiếu, passport'],
  ['thất-nghiệp', 'thất nghiệp, bhtn, trợ cấp thất nghiệp, bảo hiểm thất nghiệp'],
  ['thai-sản', 'thai sản, nghỉ sinh, nghỉ sanh, nghỉ đẻ, tiền thai sản'],
  ['ly-hôn', 'ly hôn, ly dị, thôi nhau'],
  [
    'khuyết-tật',
    'khuyết tật, tàn tật, người khuyết tật, tâm thần, bại liệt, thẻ khuyết tật, giấy khuyết tật, bại não, liệt!',
  ],
  [
    'tiền-điện',
    'điện kế, công tơ, kiểm công tơ, đồng hồ điện, tiền điện, giá điện, hóa đơn điện, ghi điện, công tơ điện, tiền điện tháng, đồng hồ chạy',
  ],
  ['chợ', 'tiểu thương, sạp chợ, chợ tạm, dẹp chợ, dời chợ, chợ nổi, chợ tự phát, nhà lồng, lồng chợ'],
  ['đăng-kiểm', 'đăng kiểm, kiểm định xe, kiểm định'],
  [
    'ấp',
    'nhập ấp, sáp nhập ấp, sắp nhập ấp, trưởng ấp, cán bộ ấp, nhà văn hóa ấp, nhà văn hóa, sáp nhập khu vực, nhập khu vực',
  ],
  [
    'nước-sạch',
    'nước máy, nước sạch, nước sinh hoạt, cúp nước, nước yếu, không có nước, nước phèn, tiền nước, nước chảy yếu, nước chảy rỉ rỉ, cấp nước, nước đục, nước giếng, đồng hồ nước, nước không chảy, nước bị cúp, trạm cấp nước, nước trạm, trạm nước, nhà máy nước, nhỏ giọt, áp lực nước, áp lực yếu, cấp thoát nước, ống nước, bơm hút, vòi nước, công ty nước, công ty cấp nước, nước máy yếu, nước rỉ, thức khuya hứng nước, hứng nước, nước không lên, nước chạy yếu, nước máy chạy, nước vàng, nước vàng khè, nước tanh, nước máy đục, không có nước xài, nước lúc có lúc không, giá nước, cái vòi, nâng ống, đường ống nước, nước cúp',
  ],
  [
    'xác-nhận-cư-trú',
    'xác nhận cư trú, giấy xác nhận cư trú, ct07, thông tin cư trú, nơi cư trú, giấy cư trú, xác nhận thông tin cư trú, giấy xác nhận nơi cư trú, xác nhận nơi cư trú',
  ],
  ['trạm-y-tế', 'trạm y tế, trạm xá'],
  [
    'vay-vốn',
    'vay vốn, ngân hàng chính sách, vay ưu đãi, vay tiền, vay ngân hàng, vay vốn giải quyết việc làm, ngân hàng chính sách xã hội, vay hộ nghèo, giải quyết việc làm, mượn vốn',
  ],
  ['tiền-sử-dụng-đất', 'tiền sử dụng đất'],
  ['chuyển-trường', 'chuyển trường, chuyển về học, xin chuyển về học, về học lớp, về học'],
  [
    'chuyển-mục-đích',
    'chuyển mục đích, chuyển đổi mục đích, lên thổ cư, lên đất ở, sang đất ở, sang thổ cư, lên thổ, chuyển thổ cư, chuyển sang đất ở, chuyển lên đất ở, xin lên thổ cư',
  ],
  [
    'tách-thửa',
    'tách thửa, tách sổ, tách đất, tách ra làm hai, tách làm hai, tách ra làm 2, tách làm 2, chia lô, phân lô, diện tích tối thiểu, xé sổ, tách riêng sổ, tách, đồng sở hữu, sổ chung, đứng tên chung, đất mua chung, mua chung, chung sổ, tách sổ riêng, tách mỗi người, sang sổ riêng, chia đất, đất chia, chia cho mấy anh em, chia miếng đất, chia ra từ, chia cho con, tách cho con, tách ra',
  ],
  [
    'thừa-kế',
    'thừa kế, di chúc, thừa hưởng, chia tài sản, khai nhận di sản, di sản, để lại đất, cha mẹ để lại, ông bà để lại, ba má để lại, đứng tên ba, đứng tên cha, đứng tên mẹ, đứng tên má, đứng tên ông, để lại, ông nội để lại, bà nội để lại, còn tên ông, còn đứng tên, sổ còn tên, còn tên ba, còn tên má, sang tên cho con cháu, phân chia di sản, đồng thừa kế, hàng thừa kế, từ chối nhận di sản, không để di chúc, chưa sang tên, sổ vẫn tên',
  ],
  ['giấy-tay', 'giấy tay, giấy viết tay, mua giấy tay, mua bán giấy tay'],
  [
    'ranh-đất',
    'cắm mốc, ranh đất, lấn ranh, ranh giới, mốc giới, lấn đất, hàng xóm lấn, tranh chấp ranh, tranh chấp đất, giành đất, tranh chấp',
  ],
  [
    'đo-đạc',
    'đo đạc, đo lại, đo đất, trích đo, bản đồ địa chính, sai diện tích, thiếu diện tích, diện tích thực tế, đo vẽ, thiếu đất, đo thiếu, diện tích sai, lệch diện tích, phí đo đạc, tiền đo đạc, đo vẽ lại',
  ],
  [
    'thu-hồi',
    'thu hồi đất, giải tỏa, đền bù, bồi thường, tái định cư, giải phóng mặt bằng, gpmb, bồi hoàn, nền tái định cư, thu hồi, tđc, giao nền, lô nền, bốc thăm, nhường đất, lấy đất làm đường, bàn giao mặt bằng, giao mặt bằng, bồi thường đất, giá đền bù, giá bồi thường, áp giá, kiểm đếm',
  ],
  ['thế-chấp', 'thế chấp, xóa thế chấp, giải chấp, cắm sổ, thế chấp ngân hàng'],
  ['quy-hoạch', 'quy hoạch treo, quy hoạch, dự án treo, xóa quy hoạch, vướng quy hoạch'],
  ['thuê-đất', 'thuê đất, tiền thuê đất'],
  [
    'số-nhà',
    'số nhà mới, cấp số nhà, đánh số nhà, biển số nhà, xin số nhà, gắn số nhà, số nhà, đánh số, gắn biển số nhà, chưa có số nhà, bảng số nhà',
  ],
  ['hoàn-công', 'hoàn công'],
  [
    'nhà-xã-hội',
    'nhà ở xã hội, nhà xã hội, noxh, căn hộ giá rẻ, mua nhà ở xã hội, nhà thu nhập thấp, nhà công nhân, nhà ở công nhân, suất mua',
  ],
  ['xây-trái-phép', 'xây trái phép, xây không phép, xây lấn, xây sai phép, xây cất trái phép'],
  [
    'xóa-nhà-tạm',
    'xóa nhà tạm, nhà tình thương, nhà đại đoàn kết, hỗ trợ xây nhà, hỗ trợ nhà, nhà dột nát, nhà tạm, cấp nền nhà, nền nhà, xin nền nhà, xin nhà, cấp nhà',
  ],
  ['độc-thân', 'tình trạng hôn nhân, độc thân, xác nhận độc thân, giấy độc thân, chưa vợ, chưa chồng'],
  ['quốc-tịch', 'quốc tịch, việt kiều, nhập tịch, thôi quốc tịch'],
  ['hợp-pháp-hóa', 'hợp pháp hóa lãnh sự, lãnh sự, hợp pháp hóa'],
  [
    'nhận-con',
    'nhận cha con, nhận cha cho con, nhận con, con nuôi, giám hộ, thêm tên cha, bổ sung tên cha, làm giám hộ, nhận nuôi, xin con nuôi',
  ],
  ['khai-tử', 'khai tử, báo tử, chứng tử, giấy báo tử, giấy chứng tử, làm giấy tử, đăng ký khai tử'],
  ['đổi-tên', 'đổi tên cho con, đổi tên lót, đổi họ, thay đổi họ tên, cải tên, đổi chữ lót'],
  ['lý-lịch', 'lý lịch tư pháp, lltp, phiếu lý lịch tư pháp, lý lịch, lý lịch số 2, phiếu lý lịch số 2'],
  [
    'một-lần',
    'rút một lần, rút 1 lần, bhxh một lần, bhxh 1 lần, rút bhxh, rút bảo hiểm, lãnh một lần, lãnh 1 lần, rút bảo hiểm xã hội, bảo hiểm xã hội một lần, bảo hiểm xã hội 1 lần, bảo hiểm một lần, bảo hiểm 1 lần, lãnh một cục, lãnh 1 cục, một cục, rút hết',
  ],
  [
    'đóng-tự-nguyện',
    'bảo hiểm tự nguyện, bhxh tự nguyện, bảo hiểm xã hội tự nguyện, đóng tự nguyện, đóng tiếp tự nguyện',
  ],
  [
    'chốt-sổ',
    'chốt sổ, chốt sổ bhxh, nợ bảo hiểm, trốn đóng bảo hiểm, nợ bhxh, công ty nợ bảo hiểm, nợ bảo hiểm xã hội, trừ lương đóng bhxh, thiếu tiền bảo hiểm, thiếu tiền bhxh, chây ì, vssid, chưa chốt được sổ, không chốt được sổ, chốt được sổ, quỹ bảo hiểm, chậm đóng bhxh, nợ tiền bhxh, bỏ trốn, chủ bỏ trốn',
  ],
  ['chuyển-tuyến', 'chuyển tuyến, chuyển viện, trái tuyến, vượt tuyến, giấy chuyển viện, giấy chuyển tuyến'],
  ['chất-độc', 'chất độc da cam, chất độc, chất độc hóa học, da cam, nhiễm chất độc'],
  [
    'mai-táng',
    'mai táng, mai táng phí, tiền mai táng, tử tuất, tiền tuất, chôn cất, tiền chôn, tiền chôn cất, tiền đám tang, đám tang',
  ],
  [
    'đăng-ký-kinh-doanh hộ-kinh-doanh',
    'đăng ký kinh doanh, đkkd, giấy phép kinh doanh, đăng ký hộ kinh doanh, giấy phép hộ kinh doanh, mở tiệm, mở quán, mở cửa hàng, giấy kinh doanh, phép kinh doanh, phép hộ kinh doanh, xin phép kinh doanh',
  ],
  [
    'thuế-khoán thuế-hộ',
    'thuế khoán, bỏ khoán, bỏ thuế khoán, từ khoán, khoán thuế, khoán qua kê khai, đóng khoán, mức khoán, đóng cố định, cố định hàng tháng, số cố định, bỏ khoán thuế',
  ],
  [
    'máy-tính-tiền thuế-hộ',
    'máy tính tiền, hóa đơn điện tử, hđ điện tử, hđđt, xuất hóa đơn, xuất hđ, xuất hđ điện tử, xuất hóa đơn điện tử, hóa đơn máy tính tiền, phần mềm bán hàng, hóa đơn, hóa đơn từng, sổ sách, ghi chép, ghi sổ',
  ],
  ['hoàn-thuế', 'quyết toán thuế, hoàn thuế, giảm trừ gia cảnh, người phụ thuộc'],
  ['mã-số-thuế', 'mã số thuế, mst'],
  [
    'thuế-đất',
    'thuế đất phi nông nghiệp, thuế nhà đất, thuế phi nông nghiệp, thuế đất hàng năm, thuế đất hằng năm, thuế đất',
  ],
  ['nợ-thuế', 'nợ thuế, phạt chậm nộp, chậm nộp thuế'],
  ['thực-phẩm', 'an toàn thực phẩm, vệ sinh an toàn thực phẩm, attp, vsattp'],
  [
    'tạm-ngưng',
    'giải thể, tạm ngưng kinh doanh, tạm ngừng kinh doanh, ngưng kinh doanh, nghỉ bán, nghỉ kinh doanh, tạm nghỉ kinh doanh, dẹp quán, dẹp tiệm, quán dẹp, đã dẹp, đóng cửa tiệm, chấm dứt hoạt động, chấm dứt kinh doanh, chấm dứt hộ kinh doanh, trả giấy phép, nghỉ bán rồi, hết bán, thủ tục chấm dứt, đóng mã số thuế, sang quán',
  ],
  ['bán-rượu', 'bán rượu, giấy phép bán rượu, bán thuốc lá'],
  [
    'sang-tên-xe',
    'sang tên xe, sang tên xe máy, chính chủ, chủ cũ, xe mua lại, xe máy mua lại, mua xe cũ, xe máy cũ, mấy đời chủ, 3 đời chủ, không giấy mua bán xe, sang tên đổi chủ, rút hồ sơ xe',
  ],
  ['phạt-nguội', 'phạt nguội'],
  [
    'giữ-xe',
    'giam xe, giữ xe, tạm giữ xe, bắt xe, chuộc xe, xe bị giữ, bị giam xe, giữ xe máy, tiền giữ xe, gửi xe',
  ],
  [
    'ngập',
    'ngập, ngập nước, ngập lụt, triều cường, mưa ngập, thoát nước, cống thoát nước, cống nghẹt, nghẹt cống, nước tràn, mương thoát, bể cống, nạo vét, nước ngập, bị ngập, lụt, nước dâng, ngập sâu, ngập đường, úng, ngập úng, nước rút chậm, nước lên, mương thoát nước, không thoát được, nước không thoát, nước ứ, nước tràn vô nhà, biển nước, chống ngập, nước sông lên, âu thuyền, cống cái khế, nước rong, nước rông, nước lên tới, tới đầu gối, ngang đầu gối, lội nước, nước vô nhà, mưa lớn, mưa xuống, cứ mưa, triều lên, hố ga nghẹt',
  ],
  [
    'đường-hư',
    'đường hư, hư đường, ổ gà, đường xuống cấp, đường nứt, sửa đường, đường xấu, tráng nhựa, sình lầy, đường hỏng, dặm vá, đường lầy lội, lầy lội, đường đất, trải nhựa, nhựa hóa, đường hẹp, mở rộng đường, đường xá, lộ hư, lộ xuống cấp, lộ nông thôn, làm lộ, sửa lộ, bê tông hóa, đường đan, lộ đan, mặt đường, đường sụp, đường gập ghềnh, ổ voi',
  ],
  [
    'cầu',
    'cầu sập, sửa cầu, cây cầu, cầu yếu, làm cầu, bắc cầu, xây cầu, cầu xuống cấp, cầu gỗ, cầu treo, cầu khỉ, thành cầu, lan can cầu',
  ],
  [
    'đèn-đường',
    'đèn đường, đèn chiếu sáng, đèn hư, chiếu sáng, bóng đèn, đường tối, tối thui, bóng điện đường, điện đường, đèn cao áp',
  ],
  [
    'rác',
    'rác, xe rác, thu gom rác, đổ rác, tiền rác, bãi rác, rác thải, gom rác, lấy rác, xả rác, đổ rác bậy, vứt rác, đống rác, xe gom rác, thùng rác, phí rác, xác heo, rác để, ép rác, xe ép rác, gom rác chậm, vsmt, vệ sinh môi trường, không ai lấy rác, thùng đầu xóm, hốt rác, bô rác, điểm tập kết rác',
  ],
  [
    'chăn-nuôi',
    'trại heo, nuôi heo, chăn nuôi, trại gà, nuôi gà, nuôi vịt, phân heo, chuồng heo, trại bò, nuôi bò, trại vịt, trại cút, chuồng trại, nuôi bồ câu, nuôi yến, nhà yến, nuôi cút, vịt chạy đồng, thả vịt',
  ],
  [
    'tiếng-ồn',
    'tiếng ồn, ồn ào, karaoke, kẹo kéo, loa kẹo kéo, hát karaoke, mở nhạc, gây ồn, inh ỏi, ka ra o ke, hát!, hát hò, nhạc lớn, hát tới khuya, ầm ĩ, ầm ầm, nhậu nhẹt, không ngủ được, loa!, ồn!, ồn cả ngày, ồn quá, máy ồn, loa thùng, loa kéo, nhạc sống, bolero, mở nhạc sống, hát loa kéo, không có máy đo, đám tiệc, hát nhạc',
  ],
  [
    'lấn-chiếm',
    'lấn chiếm, lấn chiếm vỉa hè, lấn chiếm lề đường, lòng lề đường, lấn vỉa hè, chiếm vỉa hè, lấn lòng đường',
  ],
  ['cây-xanh', 'cây xanh, cây ngã, chặt cây, nhánh cây, đốn cây, cây đổ, cắt tỉa cây'],
  [
    'vào-lớp',
    'nhập học, xin học, tuyển sinh, lớp 1, lớp một, vào lớp, vào lớp 1, vô lớp 1, vào lớp một, vô lớp một, vô lớp, vào lớp 6, vào lớp 10, trái tuyến học, tuyển sinh lớp 6, tuyển sinh lớp 10, học trái tuyến, xin vô học, xin cho con học, hồ sơ nhập học, lên lớp 1, thi lớp 10, thi vô lớp 10, thi tuyển sinh, thi vào lớp 10',
  ],
  ['học-phí', 'học phí, miễn học phí, tiền học'],
  ['vùng-trồng', 'mã số vùng trồng, vùng trồng, sầu riêng'],
  [
    'thái-độ',
    'thái độ, thái độ phục vụ, cộc lốc, cáu gắt, nạt!, nạt nộ, quát, quát tháo, hách sách, nói năng khó nghe, khó nghe, lơ là, hống hách, cửa quyền, xẵng giọng, khó chịu, cằn nhằn, bất lịch sự, bấm điện thoại, lớn tiếng, gắt gỏng, nhăn nhó, vòi vĩnh, nhũng nhiễu, mặt nặng mày nhẹ, la lối, la dân, chửi, mắng!, khinh!, coi thường, không tôn trọng, nói chuyện kiểu, ăn nói, nói chuyện cộc, cộc!, vô cảm, thờ ơ, không lễ phép, nặng lời, hạch sách, hoạnh họe, làm khó, gây khó, gây khó dễ, hành dân, làm khó dễ, hỏi không thèm nói, mặt hằm hằm, la hét, nói trống không, thiếu tôn trọng, lạnh lùng',
  ],
  [
    'bổ-sung-nhiều-lần',
    'bổ sung nhiều lần, mỗi lần 1 thứ, mỗi lần một thứ, mỗi lần một kiểu, lần nào cũng thiếu, đi tới đi lui, đi lại nhiều lần, hướng dẫn 1 lần, hướng dẫn một lần, đi lên đi xuống, trả tới trả lui, bữa thì thiếu, bữa thiếu, mỗi lần một lý do, nói một lần cho đủ, lần nào cũng, thiếu tờ này, bổ sung mấy lần, bổ sung hồ sơ mấy lần',
  ],
  [
    'đùn-đẩy',
    'đùn đẩy, chỉ qua chỉ lại, chỉ vòng vòng, chỉ lòng vòng, đá banh, đổ qua đổ lại, ai chịu trách nhiệm, đẩy qua đẩy lại, đá qua đá lại, đổ thừa',
  ],
  [
    'trễ-hẹn',
    'trễ hẹn, quá hẹn, giấy hẹn, ngày hẹn, lố hẹn, trả trễ, chậm trả, trễ hạn trả, hẹn lần hẹn lữa, hẹn hoài, ngâm hồ sơ, thư xin lỗi, xin lỗi dân, hẹn lại, trễ ngày hẹn, chậm so với hẹn, không đúng hẹn, đúng hẹn, trễ hạn, hẹn!, phát giấy hẹn, giấy hẹn mới, hẹn mới, trễ vậy, chậm trễ, hồ sơ trễ, quá ngày, hẹn tới hẹn lui',
  ],
  [
    'chờ-lượt',
    'số thứ tự, bốc số, xếp hàng, tới lượt, lấy số, ngồi chờ, chờ cả buổi, đợi cả buổi, chờ mấy tiếng, đợi mấy tiếng, chờ lâu, đông người',
  ],
  [
    'giờ-làm-việc',
    'giờ làm việc, ngoài giờ, chiều thứ bảy, thứ bảy, thứ 7, cuối tuần, giờ nghỉ trưa, giờ hành chính, sáng thứ bảy, t7, nghỉ làm để đi, sáng thứ 7, ngày nghỉ, làm việc thứ 7, nghỉ ngày thường',
  ],
  [
    'không-rành-máy',
    'cục gạch, không rành máy tính, không rành máy, không biết máy tính, không biết xài, không có smartphone, điện thoại cục gạch, không rành công nghệ, mù công nghệ, không biết bấm, không biết dùng, không rành vi tính, không biết chữ, không rành, không có điện thoại thông minh, điện thoại bấm nút, điện thoại bàn phím, bấm nút, điện thoại nokia, nộp trực tiếp, nộp giấy trực tiếp, mướn tiệm, tiệm photo, không biết internet, không biết vi tính, smartphone, không rành chữ, làm giùm, nộp hồ sơ giấy, không rành mạng, không có máy',
  ],
  ['chữ-ký-số', 'chữ ký số, ký số'],
  [
    'thanh-toán-lỗi',
    'trừ tiền, trừ 2 lần, trừ hai lần, bị trừ, hoàn tiền, hoàn lại, thanh toán lỗi, báo lỗi thanh toán, lỗi thanh toán, thanh toán không được, trừ rồi, chuyển rồi mà, nộp tiền rồi, đóng tiền rồi',
  ],
  [
    'đăng-nhập',
    'đăng nhập, mật khẩu, quên mật khẩu, sai mật khẩu, khóa tài khoản, tài khoản bị khóa, otp, mã otp, không vô được, không vào được, đăng nhập không được, vô không được, vào không được, không đăng nhập, kích hoạt, không kích hoạt được',
  ],
  [
    'dùng-chung-dữ-liệu',
    'dùng chung dữ liệu, liên thông dữ liệu, dữ liệu dùng chung, dữ liệu chung, nộp lại giấy tờ',
  ],
  ['cải-cách', 'par index, sipas, papi, chỉ số cải cách, xếp hạng cải cách'],
  [
    'khảo-sát',
    'khảo sát, phiếu khảo sát, hài lòng, khảo sát hài lòng, đánh giá hài lòng, quét mã đánh giá, đánh giá, quét mã',
  ],
  ['khói-bụi ô-nhiễm', 'xả khói, khói bụi, khói đen, khói!, bụi!, đốt rác'],
  [
    'cúp-điện',
    'cúp điện, mất điện, điện mất, điện chập chờn, điện yếu, điện cúp, cắt điện, điện tụt, cúp điện hoài, điện tuột, điện bị cúp, hay cúp điện, cúp điện liên miên, điện không đủ, không báo trước cúp điện',
  ],
  [
    'điện-ba-pha hợp-đồng-điện',
    'điện 3 pha, kéo 3 pha, ba pha, 1 pha, dây kéo điện, kéo dây điện, trạm biến áp, điện nuôi tôm, lưới điện, đầu tư lưới điện, đường điện',
  ],
  [
    'hoàn-trả-đường đường-hư',
    'xe công trình, xe chở vật tư, cày nát, nát đường, chạy bể đường, bể hết đường, hoàn trả mặt đường, hoàn trả đường, xe ben chở cát, trả lại đường',
  ],
  [
    'đào-đường đường-hư',
    'đào đường, bị đào lên, đào lên, rào chắn, lô cốt, thi công, công trình chậm, làm đường dở dang, làm mấy năm không xong, mấy năm không xong, bỏ đó',
  ],
  [
    'xã-hội-hóa học-phí',
    'xã hội hóa, máy lạnh, quỹ phụ huynh, quỹ lớp, quỹ trường, quỹ hội, vận động phụ huynh, ép đóng, lạm thu, khoản thu, các khoản thu, khoản đóng, tiền trường, đầu năm học thu, hội phụ huynh, họp phụ huynh, tự nguyện, thu đầu năm, phụ huynh đóng, đóng tiền học, nhóm zalo lớp',
  ],
  [
    'heo-dịch',
    'dịch tả heo, heo bị dịch tả, heo dịch, dịch tả, dịch tả châu phi, tiêu hủy heo, heo chết, heo bệnh, chôn heo, tiêu hủy, con heo vì dịch, bị chôn',
  ],
  ['sốt-xuất-huyết', 'sốt xuất huyết, phun thuốc muỗi, muỗi!, lăng quăng, diệt muỗi'],
  [
    'tôm-cá-chết',
    'tôm chết, cá chết, tôm nổi đầu, tôm bệnh, nuôi tôm, ao tôm, tôm thẻ, tôm sú, hộ nuôi tôm, con giống, nuôi cá tra',
  ],
  [
    'con-ngoài-hôn khai-sinh',
    'không cha, theo họ mẹ, không có cha, chưa xác định được cha, con ngoài giá thú, chưa đăng ký kết hôn, không đăng ký kết hôn, mẹ đơn thân, ngoài giá thú, lấy họ mẹ',
  ],
  [
    'mức-đóng-bhyt bhyt',
    'người thứ 2, người thứ hai, giảm dần, giảm theo thứ tự, người sau được bớt, giảm mức đóng, mức đóng, người thứ 2 trở đi',
  ],
  [
    'không-chuyên-trách',
    'không chuyên trách, bán chuyên trách, bán chuyên, nghị định 154, cán bộ bán chuyên, người hoạt động không chuyên trách',
  ],
  [
    'chờ-khám khám-bệnh',
    'quá tải, chờ khám, lấy số khám, gặp bác sĩ, chờ siêu âm, siêu âm, tuyến cuối, nằm hành lang, hẹn giờ khám, đặt lịch khám, chờ cả ngày, chờ từ sáng, giường bệnh, đông bệnh',
  ],
  ['trực-đêm khám-bệnh', 'bác sĩ trực, trực đêm, cấp cứu, xe cứu thương, không có bác sĩ'],
  [
    'điện-nhà-trọ',
    'điện nước nhà trọ, chủ nhà trọ, chủ trọ, khối nước, tiền phòng trọ, giá điện nhà trọ, nhà trọ tính, tính tiền điện',
  ],
  [
    'bẻ-kèo',
    'bỏ cọc, đặt cọc, bẻ kèo, ép giá, cò lúa, giá lúa, thương lái, bị ép giá, rớt giá, lái lúa, cò mua, hẹn mua, bao tiêu, liên kết tiêu thụ, bỏ kèo',
  ],
  [
    'vật-tư-giả',
    'hàng dỏm, phân giả, phân bón giả, thuốc giả, giống giả, nhái nhãn hiệu, quản lý thị trường, qltt, hàng giả, hàng nhái, phân dỏm, thuốc trừ sâu, đại lý phân, phân npk',
  ],
  [
    'khởi-nghiệp vay-vốn',
    'khởi nghiệp, lập nghiệp, quỹ khởi nghiệp, hỗ trợ lập nghiệp, thanh niên khởi nghiệp, vay khởi nghiệp',
  ],
  ['vay-sinh-viên vay-vốn', 'vay sinh viên, tín dụng sinh viên, vay cho con đi học, vay đi học'],
  [
    'bán-mạng hộ-kinh-doanh',
    'facebook, livestream, sàn trừ thuế, shopee, tiktok, bán hàng online, bán online, bán trên mạng, sàn thương mại, thuế sàn, bán hàng trên mạng',
  ],
  ['kẹt-xe', 'kẹt xe, kẹt cứng, ùn tắc, giờ cao điểm, tắc đường, giờ tan tầm, tan trường'],
  ['đèn-tín-hiệu', 'đèn tín hiệu, đèn xanh, đèn đỏ, đèn giao thông, đèn xanh đèn đỏ, ngã tư'],
  ['biển-báo', 'biển báo, gờ giảm tốc, vạch sơn, vạch qua đường, tốc độ, cắm biển'],
  ['khám-sức-khỏe', 'khám sức khỏe, giấy khám sức khỏe, khám định kỳ'],
  ['hiến-đất', 'hiến đất, hiến đất làm đường, góp đất'],
  ['đặt-cọc', 'tiền cọc, cọc đất, mất cọc'],
  [
    'xét-nghèo hộ-nghèo',
    'cắt hộ nghèo, bị cắt hộ nghèo, rút sổ hộ nghèo, xét hộ nghèo, bình xét, chấm điểm hộ nghèo, vô cận nghèo, xét lại hộ nghèo, ra khỏi hộ nghèo, bị rút sổ, hộ nghèo bị cắt, chấm điểm',
  ],
  ['tăng-lương', 'tăng lương hưu, tăng lương, lương hưu thấp, điều chỉnh lương hưu, bù thêm'],
  ['tăng-ca', 'tăng ca, làm thêm giờ, lương tối thiểu, trả lương, bị cắt chuyên cần, quỵt lương, nợ lương'],
  ['rơm', 'đốt rơm, rơm rạ, rơm cuộn, đốt đồng'],
  ['camera', 'camera, lắp camera, camera an ninh'],
  ['đưa-rước', 'xe đưa rước, đưa rước học sinh'],
  ['nơi-ở-cũ độc-thân', 'ở nhiều nơi, nơi cư trú trước, từng ở, từng nơi, về từng chỗ'],
]

/** Things that are asked about in many ways: one of them alone tells little. */
export const THINGS: readonly Row[] = [
  [
    'sổ-đỏ đổi',
    'đổi sổ, làm lại sổ, cấp đổi sổ, đổi giấy chứng nhận, đổi lại sổ, chỉnh lý sổ, đổi sổ đỏ, đổi sổ hồng',
  ],
  ['hộ-nghèo', 'hộ nghèo, cận nghèo, hộ cận nghèo, thoát nghèo, xét nghèo, sổ nghèo, sổ hộ nghèo'],
  [
    'thuế-tncn',
    'thuế thu nhập cá nhân, thuế tncn, tncn, thuế thu nhập, thuế mua bán nhà, thuế 2, thuế chuyển nhượng',
  ],
  [
    'tặng-cho',
    'tặng cho, cho tặng, cho con đất, cho đất con, cho con miếng đất, cho lại con, ba mẹ cho, cha mẹ cho, ba má cho',
  ],
  [
    'nộp-tại-chỗ',
    'nộp ở phường, nộp tại phường, nộp ở xã, nộp tại xã, nộp phường, làm ở phường được, làm tại phường, làm ở xã được, làm tại xã, ở phường được, tại phường được, nộp gần nhà, làm gần nhà, phi địa giới, phi địa bàn, nộp chỗ nào cũng được, nộp nơi khác',
  ],
  ['vỉa-hè', 'vỉa hè, lề đường'],
  [
    'sổ-đỏ',
    'sổ đỏ, sổ hồng, giấy chứng nhận quyền sử dụng đất, giấy chứng nhận qsdđ, gcn qsdđ, gcn qsd đất, gcnqsdđ, cnqsdđ, giấy cnqsdđ, gcn, giấy chứng nhận, chứng nhận quyền sử dụng đất, quyền sử dụng đất, qsdđ, giấy đất, sổ đất, bìa đỏ, giấy đỏ, giấy hồng, làm sổ, cấp sổ, ra sổ, tờ sổ, cuốn sổ, lên sổ, sổ nhà, sổ!, bằng khoán',
  ],
  [
    'đất-nông-nghiệp',
    'đất vườn, đất lúa, đất ruộng, đất nông nghiệp, đất trồng cây lâu năm, trồng cây lâu năm, cây lâu năm, cln, đất cln, đất rẫy',
  ],
  [
    'sang-tên',
    'sang tên, chuyển nhượng, chuyển quyền, mua bán nhà đất, mua bán đất, bán đất, bán nhà, mua đất, mua nhà, chuyển tên, sang nhượng, mua bán, mua miếng đất, bán miếng đất',
  ],
  [
    'đơn-vị-mới',
    'sáp nhập, sắp nhập, nhập phường, nhập xã, nhập tỉnh, sắp xếp đơn vị hành chính, đơn vị hành chính, bỏ cấp huyện, bỏ huyện, bỏ quận, hết cấp huyện, không còn cấp huyện, hết huyện, hai cấp, 2 cấp, chính quyền 2 cấp, chính quyền hai cấp, địa chỉ cũ, địa chỉ mới, tên phường cũ, tên xã cũ, phường cũ, xã cũ, quận cũ, huyện cũ, tỉnh cũ, địa danh cũ, cũ giờ là, nay là phường, nay là xã, giờ là phường, giờ là xã, thành phường, đổi tên phường, đổi tên xã, tên phường mới, tên xã mới, địa danh mới, ghi quận, ghi huyện, ghi phường, ghi xã, ghi tỉnh, ghi địa chỉ, địa giới, đổi tên đơn vị, gộp phường, gộp xã, sát nhập, tên mới, phường mới, xã mới, địa giới hành chính, không còn huyện, không còn quận, không còn tỉnh, hết quận, phường đổi tên, xã đổi tên, huyện giải thể, quận giải thể, ghi tên huyện, ghi tên phường, ghi tên xã, theo tên mới, theo tên xã mới, mang tên tỉnh, tên tỉnh, ghi tp, tên huyện, tên quận, đổi đơn vị, nhập vô, về một tỉnh, chung một tp, hợp nhất, tên cũ, không khớp tên',
  ],
  [
    'đơn-vị-mới đổi',
    'đổi địa chỉ, thay đổi địa chỉ, cập nhật địa chỉ, chỉnh lý địa chỉ, sửa địa chỉ, đổi theo địa chỉ mới, giấy tờ ghi địa chỉ cũ, đổi giấy tờ, có phải đổi giấy tờ',
  ],
  [
    'phép-xây',
    'giấy phép xây dựng, gpxd, phép xây dựng, xin phép xây, xin phép xây dựng, phép xây nhà, giấy phép xây nhà, cấp phép xây dựng, xin phép cất nhà, xin phép cất, xin phép sửa nhà, giấy phép sửa nhà, phép xd, xin phép xd, giấy phép xd, xin phép làm nhà, xin giấy phép xây dựng, giấy phép xây, hồ sơ thiết kế, hồ sơ xây dựng, cấp phép xây nhà, miễn giấy phép, có cần xin phép, có phải xin phép, xin phép không, miễn phép, miễn giấy phép xây dựng, cần giấy phép',
  ],
  [
    'xây-nhà',
    'xây nhà, cất nhà, xây cất, cất lại, cất lại nhà, dựng nhà, làm nhà, nhà tường, nhà cấp 4, xây dựng, xây lại, xây, cải tạo nhà, xây thêm, nâng tầng, nâng lầu, lên lầu, nhà tiền chế, mái che, mái hiên, mái tôn, hàng rào, xây hàng rào, nhà trọ cho thuê, cất chòi, dựng chòi, sân trước, nới rộng, cơi nới, xây tường, làm thêm phòng, xây thêm tầng, bản vẽ',
  ],
  [
    'khai-sinh',
    'khai sinh, giấy khai sinh, trích lục khai sinh, làm khai sinh, khai sanh, giấy khai sanh, bản sao khai sinh, khai sinh gốc',
  ],
  ['kết-hôn', 'kết hôn, hôn thú, đăng ký kết hôn, cưới, đkkh, giấy kết hôn, giấy đăng ký kết hôn'],
  ['trích-lục', 'trích lục, bản sao trích lục, trích lục hộ tịch, bản sao giấy khai sinh, xin trích lục'],
  [
    'họ-tên',
    'họ tên, tên lót, chữ lót, chữ đệm, tên đệm, sai tên, năm sinh, ngày sinh, sai năm sinh, sai ngày sinh, sai họ, sai chữ lót, tháng sinh',
  ],
  [
    'thường-trú',
    'thường trú, hộ khẩu, nhập khẩu, nhập hộ khẩu, chuyển khẩu, chuyển hộ khẩu, đăng ký thường trú, giấy chuyển khẩu, nhập hộ, cắt khẩu, đktt, sổ hộ khẩu, shk, chuyển hộ khẩu về, nhập tên, nhập vô hộ khẩu, nhập hộ khẩu cho con, đăng ký hộ khẩu',
  ],
  ['tạm-trú', 'tạm trú, đăng ký tạm trú, kt3, giấy tạm trú, nhà trọ, ở trọ'],
  [
    'căn-cước',
    'căn cước công dân, căn cước, cccd, cmnd, cmt, chứng minh, chứng minh nhân dân, thẻ chip, gắn chip, thẻ căn cước, căn cước gắn chip, giấy cmnd, chứng minh thư, làm cccd, cc công dân, làm căn cước, cấp căn cước, giấy căn cước, căn cước mới, thay căn cước, đổi căn cước, thẻ còn hạn, chip',
  ],
  [
    'vneid',
    'vneid, vn eid, định danh, định danh điện tử, định danh mức 2, tài khoản định danh, định danh mức hai, cài vneid, app vneid, ứng dụng vneid, tài khoản vneid, định danh mức độ 2, mức độ 2, ứng dụng định danh, căn cước điện tử, app căn cước, tài khoản dvc, app định danh',
  ],
  [
    'công-chứng',
    'công chứng, chứng thực, sao y, bản sao, chứng thực bản sao, photo công chứng, sao y bản chính, đóng mộc, ký chứng, chứng giấy tờ, chứng thực chữ ký, sao y giấy tờ, sao y chứng thực, phòng công chứng',
  ],
  ['ủy-quyền', 'ủy quyền, giấy ủy quyền, nộp thay, làm thay, đi thay, nộp giùm, nộp dùm'],
  ['bhyt', 'bảo hiểm y tế, bhyt, thẻ bảo hiểm, thẻ bhyt, thẻ y tế, mua bảo hiểm'],
  ['bhxh', 'bảo hiểm xã hội, bhxh, sổ bảo hiểm, sổ bhxh'],
  [
    'lương-hưu',
    'lương hưu, hưu trí, nghỉ hưu, về hưu, tuổi hưu, lãnh lương hưu, tiền hưu, hưu non, hưu!, trợ cấp hưu, không có lương',
  ],
  [
    'trợ-cấp',
    'trợ cấp, trợ cấp xã hội, bảo trợ xã hội, tiền già, tiền người già, phụ cấp, trợ cấp hàng tháng, trợ cấp hằng tháng, lãnh tiền, bảo trợ, tiền trợ cấp, tiền bảo trợ',
  ],
  [
    'trợ-cấp người-già',
    'hưu trí xã hội, trợ cấp hưu trí xã hội, trợ cấp người cao tuổi, trợ cấp người già, tiền người cao tuổi, trợ cấp cao tuổi, tiền hưu trí xã hội, tiền già hàng tháng, tiền 80 tuổi, tiền 75 tuổi, 500 ngàn mỗi tháng, 500 ngàn, 500 ngàn một tháng, không lương hưu, không có lương hưu',
  ],
  [
    'người-có-công',
    'người có công, ncc, có công, thương binh, liệt sĩ, con liệt sĩ, bệnh binh, mẹ việt nam anh hùng, huân chương, kháng chiến, gia đình chính sách, chính sách người có công, tù đày',
  ],
  [
    'khám-bệnh',
    'khám bệnh, khám chữa bệnh, bệnh viện, nhập viện, đi khám, khám bhyt, nằm viện, khám!, đi viện, trị bệnh, chữa bệnh, bác sĩ',
  ],
  [
    'hộ-kinh-doanh',
    'hộ kinh doanh, hkd, buôn bán nhỏ, tạp hóa, bán tạp hóa, tiệm tạp hóa, quán cà phê, quán cf, quán cafe, quán ăn, quán nhỏ, quán nước, bán quán, tiệm nhỏ, tiệm, buôn bán, cửa hàng, hàng quán, quán!, bán bánh, bán hủ tiếu, bán cơm, hộ cá thể, kinh doanh cá thể, kinh doanh nhỏ, bán cà phê, bán vé số, gánh hàng, bán chợ, quán nhậu, tiệm tóc, tiệm vàng, tiệm thuốc, bán đồ, bán đồ ăn, nhỏ lẻ, bán lẻ',
  ],
  [
    'kê-khai thuế-hộ',
    'kê khai thuế, khai thuế, kê khai, tờ khai thuế, nộp tờ khai, tự khai, tự khai thuế, phải khai, khai doanh thu',
  ],
  [
    'doanh-thu thuế-hộ',
    'doanh thu, ngưỡng doanh thu, môn bài, lệ phí môn bài, ngưỡng chịu thuế, 200 triệu, 500 triệu, miễn thuế, thu thuế, đóng thuế không, phải đóng thuế, bị thu thuế',
  ],
  ['pccc', 'phòng cháy chữa cháy, phòng cháy, pccc'],
  ['doanh-nghiệp', 'công ty, cty, doanh nghiệp, tnhh'],
  [
    'bằng-lái',
    'bằng lái, bằng lái xe, giấy phép lái xe, gplx, bằng lái xe máy, bằng xe máy, bằng a1, bằng b1, bằng b2, thi bằng lái, bằng lái ô tô, bằng lái hạng, giấy phép lái',
  ],
  ['đăng-ký-xe', 'đăng ký xe, cà vẹt, biển số xe, giấy tờ xe, giấy xe'],
  ['giao-thông', 'csgt, vi phạm giao thông, xe tải, giao thông, ô tô'],
  [
    'ô-nhiễm',
    'ô nhiễm, hôi thối, mùi hôi, hôi quá, hôi!, thúi, nước thải, xả thải, xả thẳng, xả xuống, mùi thối, thum thủm, khét, bốc mùi, mùi hôi thối, nước đen, đen ngòm, hôi tanh, ruồi, ruồi nhặng, nước hôi',
  ],
  ['học-bạ', 'học bạ, học bạ số, bằng tốt nghiệp, văn bằng, bằng cấp'],
  ['việc-làm', 'việc làm, xuất khẩu lao động, tìm việc, xklđ, hợp đồng lao động, hđ lao động'],
  [
    'nông-nghiệp',
    'lúa, giống lúa, dịch bệnh, phân bón, thủy lợi, máy cày, nuôi cá, ruộng, làm lúa, vụ lúa, tưới lúa, nước tưới, đồng ruộng, nội đồng, trồng lúa, vườn cây, cây ăn trái, gà chết',
  ],
  ['điện-lực', 'điện lực, ngành điện'],
  ['cao-tốc', 'cao tốc, làm cao tốc, đường cao tốc'],
]

/** What is wrong or wanted: with a thing it makes a question. */
export const TURNS: readonly Row[] = [
  ['thuế-hộ', 'thuế hộ kinh doanh, thuế của hộ'],
  ['xuống-cấp', 'xuống cấp, hư hỏng'],
  [
    'nước-ngoài',
    'nước ngoài, đài loan, hàn quốc, chồng hàn, người nước ngoài, yếu tố nước ngoài, campuchia, trung quốc, nhật bản, mỹ!, úc!, người mỹ, ngoại kiều, ở nước ngoài',
  ],
  [
    'khiếu-nại',
    'khiếu nại, khiếu kiện, đơn thư, tiếp công dân, kiện!, gởi đơn, gửi đơn, làm đơn, nộp đơn thưa, thưa!',
  ],
  ['bưu-điện', 'bưu điện'],
  ['bổ-sung', 'bổ sung, bổ túc, bổ túc hồ sơ'],
  [
    'đổi',
    'đổi, đổi lại, cấp đổi, chỉnh lý, cập nhật, điều chỉnh, làm lại, thay đổi, đổi mới, làm mới, chuyển đổi, đổi qua, đổi sang, cấp mới',
  ],
  [
    'mất-giấy',
    'cấp lại, xin lại, xin cấp lại, bị mất, làm mất, thất lạc, mất giấy tờ, rớt mất, mất giấy, mất sổ, mất thẻ, mất hết giấy tờ, mất giấy tờ gốc, rớt, bị rớt, bị cướp giấy tờ, cháy nhà mất giấy, rách, bị rách, mất rồi',
  ],
  ['mất-giấy bằng-lái', 'mất bằng lái, mất gplx, mất giấy phép lái xe'],
  ['mất-giấy sổ-đỏ', 'mất sổ đỏ, mất sổ hồng'],
  ['mất-giấy căn-cước', 'mất căn cước, mất cccd, mất cmnd, mất chứng minh'],
  [
    'sai-sót',
    'sai, ghi sai, in sai, cải chính, đính chính, sửa, sửa sai, sửa lại, không khớp, không trùng, lệch!, nhầm, khác nhau, trật!, sai thông tin, thông tin sai, bị sai, viết sai, đánh máy sai, gõ sai, sai lệch, ghi nhầm, ghi lộn, lộn!',
  ],
  ['hết-hạn', 'hết hạn, quá hạn, sắp hết hạn, hạn sử dụng, gia hạn, hết hiệu lực'],
  ['trễ-hạn', 'quá thời hạn, khai trễ, đăng ký trễ, quá hạn đăng ký'],
  [
    'chưa-xong',
    'chưa xong, chưa có kết quả, chưa trả kết quả, chưa thấy, chưa nhận được, chờ hoài, kêu chờ, nói chờ, chậm, lâu quá, chậm chi trả, bị chậm, chưa giải quyết, không giải quyết, không xử lý, không ai trả lời, chưa trả lời, không trả lời, chưa trả, chưa có tiền, chưa lãnh được, chưa có, không thấy, chưa thấy vô, chưa vô, chưa chuyển, chưa nhận, vẫn chưa, vẫn chưa có, mãi chưa, đợi hoài, bặt vô âm tín, im re, im lặng, không hồi âm, chưa ai trả lời, chưa thấy ai, chưa thấy chi, chưa chi, chưa được chi, bị trễ, trễ!, trễ quá, không thấy trả, đang xin ý kiến, đang rà soát, kêu chờ rà soát, không cấp tiếp',
  ],
  ['lần-đầu', 'lần đầu'],
  ['xin-phép', 'xin phép, xin giấy phép, cấp phép, giấy phép'],
  ['thi-lại', 'thi lại, sát hạch'],
  [
    'bị-trả',
    'trả về, bị trả, bị trả về, trả lại, trả hồ sơ, không hợp lệ, chưa hợp lệ, từ chối, bị từ chối, không nhận, không nhận con, hoàn trả hồ sơ, không chịu nhận, không tiếp nhận, từ chối nhận, không cho nộp, kêu về',
  ],
  ['bị-cắt', 'bị cắt, xét lại, cắt trợ cấp, ngưng chi, bị loại, không xét, không được xét, bị dừng'],
  ['miễn-giảm', 'miễn!, được miễn, miễn phí, miễn giảm, ưu đãi'],
  [
    'hỗ-trợ',
    'hỗ trợ, chế độ, chính sách, được hưởng, hưởng chế độ, trợ giúp, cứu trợ, được nhận, được lãnh, hỗ trợ tiền, tiền hỗ trợ',
  ],
  ['phạt', 'bị phạt, phạt bao nhiêu, nộp phạt, phạt!, xử phạt, phạt nặng'],
  [
    'đòi-giấy',
    'đòi giấy, đòi bản, bắt nộp lại, bắt công chứng, đòi công chứng, đòi bản giấy, bản photo, đòi photo, bắt photo, miễn nộp bản sao, khỏi nộp bản sao, đòi bản photo, vẫn đòi, còn đòi, đi sao y',
  ],
  ['giá-đất', 'bảng giá, giá nhà nước, giá thị trường'],
  [
    'đi-xa',
    'lên trung tâm, lên cần thơ, lên tận cần thơ, lên tp, lên thành phố, vẫn phải lên, lên tỉnh, ra cần thơ, cây số, xa quá, đường xa, đi xa, xa xôi, lên tận, phải lên tỉnh, lên thành phố nộp, chạy lên, xa lắm, hơn chục cây, mấy chục cây, đi về mất cả buổi, chạy xa, đi mất cả buổi, cả ngày đường, xa xôi quá, quá xa, đường đi xa',
  ],
  [
    'một-cửa',
    'một cửa, 1 cửa, bộ phận một cửa, trung tâm hành chính công, trung tâm phục vụ hành chính công, hành chính công, bộ phận tiếp nhận, quầy tiếp nhận, trung tâm hành chính, tthcc, trung tâm hành chính công phường, trung tâm phục vụ hành chính, hành chính phường, ttpvhcc, trung tâm phục vụ, trung tâm hành chánh công, tt hành chính công',
  ],
  [
    'người-già',
    'người già, người cao tuổi, cao tuổi, lớn tuổi, già cả, người lớn tuổi, 75 tuổi, 76 tuổi, 77 tuổi, 78 tuổi, 79 tuổi, 80 tuổi, 81 tuổi, 82 tuổi, 83 tuổi, 85 tuổi, 90 tuổi, 75t, 76t, 77t, 78t, 80t, 82t, đủ 75 tuổi, người từ 75 tuổi, tuổi già',
  ],
  [
    'người-mất',
    'qua đời, cha mất, mẹ mất, ba mất, má mất, ông mất, chồng mất, vợ mất, đã mất, mất năm ngoái, người chết, đã chết, mới mất, vừa mất, chết',
  ],
  ['liên-thông', 'liên thông'],
  ['thanh-toán', 'thanh toán, chuyển khoản, mã qr, qr, tiền mặt'],
  [
    'còn-giá-trị',
    'còn giá trị, hết giá trị, mất hiệu lực, còn hiệu lực, còn xài được, xài được không, còn dùng được, có giá trị, hiệu lực, giá trị',
  ],
  ['đồng-bộ', 'đồng bộ, dữ liệu dân cư, chưa cập nhật, cơ sở dữ liệu, chưa đồng bộ, dữ liệu'],
]

/** Helps two questions that already have something in common. */
export const HINTS: readonly Row[] = [
  [
    'trực-tuyến',
    'dịch vụ công, dvc, cổng dvc, dvctt, dịch vụ công trực tuyến, dịch vụ công quốc gia, cổng dịch vụ công, nộp online, làm online, nộp qua mạng, làm trên mạng, nộp trên mạng, trực tuyến, qua mạng, online, nộp trực tuyến, trên mạng, lên mạng',
  ],
  ['trường', 'nhà trường, trường học, trường, học sinh'],
  ['vợ-chồng', 'vợ!, chồng, nhà chồng, theo chồng, vợ chồng, lấy chồng, con dâu'],
  ['nhân-viên', 'cán bộ, nhân viên, công chức, tiếp dân'],
  ['con-nít', 'trẻ em, sơ sinh, mới sanh, mới sinh, vợ sanh, cháu ngoại, cháu nội, em bé'],
  ['hẻm', 'trong hẻm, đầu hẻm, cả hẻm, hẻm'],
  ['dự-án', 'dự án, khu dân cư, khu đô thị'],
  ['xác-nhận', 'xác nhận'],
  ['hợp-đồng', 'hợp đồng, hđ mua bán, hđ thuê, ký hđ, hđ'],
  ['đăng-ký', 'đăng ký'],
  ['chuyển', 'chuyển từ, chuyển qua, chuyển về, chuyển sang, chuyển'],
  ['đất-ở', 'thổ cư, đất ở'],
  [
    'bao-nhiêu-tiền',
    'tốn phí, tốn tiền, lệ phí, bao nhiêu tiền, mấy tiền, hết bao nhiêu, đóng bao nhiêu, có tốn, chi phí, phí bao nhiêu, mất tiền',
  ],
  ['thuế', 'thuế'],
  ['bắt-buộc', 'bắt buộc, nhất thiết, có bắt buộc, có cần'],
]

/** Said in every second call, or names of places: nothing is taken from them. */
export const SAYINGS = [
  'trường hợp, môi trường, thị trường, công trường, quảng trường, hội trường, trả lời, kết quả, đề nghị, phản ánh',
  'tiếp nhận, chương trình, trình bày, cho hỏi, xin hỏi, thông cảm, cảm ơn, bao lâu, mấy ngày',
  'mấy tháng, khi nào, chừng nào, bao giờ, mất bao lâu, bao nhiêu ngày, thời gian, ở đâu, chỗ nào',
  'nơi nào, giấy gì, cần giấy gì, giấy tờ gì, giấy tờ, giấy, nộp hồ sơ, hồ sơ, thủ tục, nộp đơn',
  'có phải, cần phải, phải không, công an, ủy ban, ủy ban nhân dân, hội đồng nhân dân, trung tâm',
  'chi cục, cơ quan, nhà nước, năm nay, năm rồi, năm ngoái, tháng rồi, gia đình, anh em, chị em',
  'ba má, cha mẹ, ba mẹ, ông nội, bà nội, ông ngoại, bà ngoại, con em, cháu em, con tôi, như thế nào',
  'làm sao, thế nào, bao nhiêu, số tiền, số điện thoại, điện thoại, ô môn, thốt nốt, cờ đỏ, thới lai',
  'phong điền, vĩnh thạnh, ninh kiều, bình thủy, cái răng, cái khế, tân an, an bình, xuân khánh',
  'an khánh, hưng lợi, hưng phú, thới bình, long tuyền, phước thới, thới long, trung nhứt, thuận hưng',
  'vị thanh, vị thủy, ngã bảy, ngã năm, long mỹ, phụng hiệp, châu thành, sóc trăng, hậu giang',
  'cần thơ, vĩnh châu, kế sách, mỹ tú, mỹ xuyên, trần đề, long phú, cù lao dung, thạnh trị, phú lợi',
  'thạnh xuân, tân hòa, trường thành, lịch hội thượng, mỹ khánh, an ninh, an lạc thôn, đại ngãi',
  'nhơn ái, trường long, giai xuân, đông hiệp, đông thuận, trường xuân, thạnh an, thạnh phú',
  'trung hưng, tân lộc, hỏa lựu, đông phước, bình dương, sài gòn, hồ chí minh, đồng nai, vĩnh long',
  'an giang, đồng tháp, cà mau, bạc liêu, kiên giang, trà vinh, bến tre, tiền giang, long an',
  'tây ninh, hà nội, đà nẵng, nguyễn văn, nguyễn thị, trần văn, trần thị, lê văn, lê thị, phạm văn',
  'quy định, qui định, yêu cầu, kiến nghị, giải quyết, giải thích, giải đáp, danh sách',
  'biên bản, kiểm tra, xử lý, khó khăn, gấp đôi, hàng xóm, bà con, đơn vị, hệ thống, mất công',
  'mất cả buổi, tốn xăng, bức xúc, hoang mang, lập biên bản, liên quan, cụ thể, bảo đảm',
  'thực hiện, vấn đề, nguyên nhân, theo luật, luật mới, ai lo, cả nhà, tụi tui, bên đó',
  'chạy tới chạy lui, đi tới đi lui',
].join(', ')

/** Words that only hold others together. */
export const SILENT_WORDS = [
  'là và thì mà má cô có không được cho của ở nay này nọ nó tới tôi tui mình em anh chị chú bác ông bà',
  'ba mẹ cha người dân hỏi xin muốn biết à ạ hả ơi dạ vâng thế nào sao gì chi như vậy ai ra vô vào vợi',
  'lên xuống đi đến từ với hay hoặc những các mỗi mới một hai bốn năm sáu bảy tám chín mười nửa nữa',
  'thêm con còn đã đang sẽ rồi chưa giờ bây nãy kia đó đây đấy cũng đều chỉ rất quá làm hết hơn nhất',
  'phải cần nếu để khi lúc trước sau trong ngoài trên dưới bên giữa theo về bị bởi tại do vì nên thấy',
  'nơi nói kêu báo biểu nghe gọi hoài luôn nè nhà nhé nhen nhỉ dùm giùm giúp xài dùng lại vẫn từng rằng',
  'toàn hẳn tháng ngày tuần kiểu cái chiếc nhiều ít vài mấy lần lâu cầm bạn mã đâu phường xã quận huyện',
  'thành phố tỉnh ấp thị trấn nộp họ gần bữa hôm mai sáng chiều tối đêm hồi coi kết chứ gặp chỗ cùng',
  'khác',
  'hổng hỏng chớ dạ dìa ủa cứ hễ hể suốt liền luôn đặng bớt lắm dữ tụi ổng bả ảnh chỉ khỏi cách',
  'bắt buộc tự cả chẳng lẽ thôi nhưng tốt mọi đầu cuối buổi phút vầy dám cần lo đúng cũ đâu đỡ khổ',
  'xóm bận củng vẩn chổ hướng tùm lum riêng thường tưởng mức chịu suy nghĩ mong nhờ rằng rớt cỡ',
  'chừng khoảng đó cho',
].join(' ')

/** Words that tell something only with the one beside them. */
export const WEAK_WORDS = [
  'sở đồng triệu ngàn trăm tính đóng cấp mở mục tên vừa tuổi thiếu đủ ghi tin quyết định chịu đất ruột',
  'xe mua bán đường nước nhận trả thu chờ biển biên an hạn lời điểm chung trung công cụ thể đứng chủ',
  'tiếp đời già trẻ nhỏ lớn cao thấp nặng nhẹ hồ ban giá loại tiền số nghị hiện việc hướng dẫn mất đòi',
  'đưa lấy gửi kính bộ cơ xong khu vực',
  'học máy hàng dài chạy phần bảng kỳ ký quy cầu dẫn yếu tăng giảm kiếm',
].join(' ')

/**
 * Short forms of a hurried hand, as they are typed. "hđ" is a contract as often as an invoice: it is left to the phrases
 * around it.
 */
export const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'ko không, k không, kg không, khg không, kh không, hok không, hông không, dc được, đc được',
    'hs hồ sơ, kq kết quả, sđt số điện thoại, sdt số điện thoại, đt điện thoại, tthc thủ tục, vp văn phòng',
    'cb cán bộ, cbcc cán bộ, ubnd ủy ban, hđnd hội đồng nhân dân, hdnd hội đồng nhân dân, bv bệnh viện',
    'p phường, x xã, q quận, h huyện, tp thành phố, tt thị trấn, kv khu vực, tphcm sài gòn, hcm sài gòn',
    'sg sài gòn, vs với, trc trước, bn bao nhiêu, j gì, z vậy, r rồi, ng người, ntn thế nào, đk đăng ký',
    'xd xây dựng, sanh sinh, tui tôi',
    'hông không, hổng không, dìa về, bv bệnh viện, bs bác sĩ, nd nghị định, cty công ty, bh bảo hiểm',
  ]
    .flatMap(line => line.split(', '))
    .map(form => form.split(' '))
    .map(([short, ...long]) => [short!, long]),
)
