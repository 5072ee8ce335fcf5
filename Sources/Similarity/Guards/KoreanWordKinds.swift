/// What sort of word a Korean word is, for the guards; all in the form that stands for its row.
enum KoreanWordKinds {
    static let colours = words(
        "빨강 파랑 노랑 하양 검정 초록 분홍 보라 주황 회색 갈색 금색 은색 흑백 푸르 남색 하늘색 베이지색 무지개 다채롭 화려하 어둡 밝 투명하")
    static let sides = words(
        """
        왼쪽 오른쪽 위 아래 앞 뒤 옆 안 밖 속 위쪽 아래쪽 앞쪽 뒤쪽 안쪽 바깥 바깥쪽 동쪽 서쪽 남쪽 북쪽 좌측 우측 가운데 중앙
        사이 근처 곁 건너편 맞은편 오르 내려가 올라오 내려오 들어가 나가 들어오 나오 실내 실외 야외 거꾸로 앞으로 뒤로
        """)
    static let people = words(
        """
        남자 여자 소년 소녀 아이 아기 노인 할머니 할아버지 아버지 어머니 아들 딸 형 누나 오빠 언니 남동생 여동생 삼촌 이모 고모
        신랑 신부 왕 여왕 왕자 공주 남편 아내 어리 젊 늙 청년 청소년 남학생 여학생 총각 처녀 아저씨 아줌마 어른 남매 자매 형제
        수컷 암컷 그녀
        """)
    static let times = words(
        "아침 점심 저녁 밤 낮 새벽 오전 오후 정오 자정 해질녘 일몰 일출 봄 여름 가을 겨울 어제 오늘 내일 크리스마스 설날 추석 노을")
    /// Endings that say nothing of what is seen: aspect, favour, trial.
    static let auxiliaries = words("있 버리 내 주 놓 두 보 드리 나가 가 오 대 계시 달 다오")
    /// What a request for a video calls it.
    static let wrappers = words("영상 비디오 동영상 장면 모습 클립 화면 쇼츠 숏폼 프롬프트 씬 컷")
    /// What one asks the service to do.
    static let requests = words("만들 그리 보이 보여주 찍 생성하 제작하 부탁하 원하 그려주 만들어주 해주 하 바라 필요하")
    /// Words of style, and what a phrase of style ends with.
    static let styles = words(
        "시네마틱 수채화 애니메이션 애니 실사 유화 만화 픽셀아트 빈티지 레트로 미니멀 느와르 판타지풍 지브리 4K 4k 8K 8k HD 고화질 초고화질")
    static let styleHeads = words("스타일 풍 느낌 분위기 화질 톤 무드 감성 색감")
    static let clothes = words(
        """
        모자 안전모 헬멧 옷 셔츠 티셔츠 재킷 자켓 코트 드레스 치마 바지 청바지 반바지 정장 양복 턱시도 교복 유니폼 칼라 선글라스 안경
        마스크 목도리 스카프 장갑 신발 구두 운동화 부츠 양말 스웨터 후드티 조끼 넥타이 비키니 수영복 앞치마 가운 왕관 목걸이 한복
        기모노 망토 두건 귀걸이 팔찌 블라우스 가디건 잠옷 우비
        """)
    static let wearing = words("쓰 입 끼 신 착용하 두르 걸치 차 가지 매 메 하")
    static let instruments = words(
        "기타 피아노 드럼 키보드 바이올린 첼로 베이스 하프 플루트 트럼펫 색소폰 가야금 거문고 장구 북 우쿨렐레 오르간 하모니카 해금 대금")
    static let playing = words("치 켜 연주하 불 두드리 뜯 타")
    /// Verbs that want an object, which may stand without its particle.
    static let transitive = words(
        """
        먹 마시 들 입 쓰 끼 신 타 만들 자르 던지 잡 치 읽 그리 찍 하 연주하 물 밀 끌 안 씻 닦 굽 볶 끓이 썰 차 쫓 잡 줍 따 심
        돌리 흔들 열 닫 접 펴 바르 칠하 쓰다듬 만지 핥 깎 베 캐 낚 마주치 갖 가지 보 구경하 감상하 준비하 요리하 연습하 사용하
        """)
    /// Objects and verbs that together are one verb.
    static let lightVerbs = [
        "노래 부르": "노래하", "춤 추": "춤추", "휴식 취하": "쉬", "잠 자": "자", "꿈 꾸": "꿈꾸", "전화 걸": "전화하",
        "미소 짓": "미소짓", "박수 치": "박수치", "손뼉 치": "박수치", "소변 보": "소변보", "걸음 걷": "걷", "말 하": "이야기하",
        "점프 뛰": "뛰어오르", "달리기 하": "달리", "헤엄 치": "헤엄치", "낚시 하": "낚시하", "산책 하": "산책하", "눈물 흘리": "울",
    ]
    /// Nouns that say what somebody does.
    static let doings = words(
        """
        키스 입맞춤 산책 대화 여행 공연 연주 경주 싸움 결혼 포옹 식사 수영 운동 요리 등산 낚시 비행 이륙 착륙 행진 점프 달리기 춤
        노래 휴식 데이트 축하 청소 공부 독서 사냥 목욕 면도 인사 악수 응원 항해
        """)
    static let pieces = words("잘 조각조각 토막토막")
    /// Nouns that say where something is, beside another noun.
    static let spots = words("위 아래 앞 뒤 옆 안 밖 속 밑 사이 가운데 곁 근처 중앙 너머 주변")
    /// Motion over ground: the ground stands with 을, 에서 or 을 따라 alike.
    static let moving = words("달리 걷 산책하 헤엄치 날 행진하 돌아다니 걸어다니 지나가 날아다니 질주하 드라이브하")
    /// Motion to a place: the place stands with 에 or 으로 alike.
    static let going = words("뛰어들 들어가 들어오 오르 가 오 던지 향하 날아가 떨어지 걸어가 넣 이동하 뛰어오르")
    /// Rest at a place, which stands with 에 or 에서 alike.
    static let resting = words("앉 서 눕 있 쉬 자 놀 기다리 머무르 살 모이 자라 휴식하")

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
